import type { GreyPicture } from '#shared/receipt/document.ts'
import { blankStrip, type Strip } from './strip.ts'

/** Whether the picture is one: as many bytes as it says it has, and at least a pixel. */
export function isPicture(picture: GreyPicture | null): picture is GreyPicture {
  if (picture === null) return false
  const { widthPx, heightPx, grey } = picture
  return widthPx >= 1 && heightPx >= 1 && grey.length === widthPx * heightPx
}

/**
 * The picture in another size: each new pixel is the mean of what it covers, so that fine weave does not flicker into
 * lines that are not in it. @returns grey, 0 = black, rows top to bottom.
 */
export function scaled(picture: GreyPicture, widthPx: number, heightPx: number): GreyPicture {
  const across = resampled(picture.grey, picture.widthPx, picture.heightPx, widthPx)
  const turned = turnedOver(across, widthPx, picture.heightPx)
  const grey = turnedOver(resampled(turned, picture.heightPx, widthPx, heightPx), heightPx, widthPx)
  return { widthPx, heightPx, grey: Uint8Array.from(grey, Math.round) }
}

/** Rows of `from` numbers as rows of `to`, each the mean of the stretch it covers. */
function resampled(rows: ArrayLike<number>, from: number, count: number, to: number): Float64Array {
  const out = new Float64Array(to * count)
  const step = from / to
  for (let x = 0; x < to; x++) {
    const start = x * step
    const end = Math.min(from, start + step)
    for (let y = 0; y < count; y++) {
      let sum = 0
      for (let at = Math.floor(start); at < end; at++)
        sum += (rows[y * from + at] ?? 0) * (Math.min(at + 1, end) - Math.max(at, start))
      out[y * to + x] = sum / (end - start)
    }
  }
  return out
}

function turnedOver(rows: Float64Array, width: number, height: number): Float64Array {
  const out = new Float64Array(rows.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) out[x * height + y] = rows[y * width + x] ?? 0
  return out
}

/**
 * A photograph as dots, by Atkinson's way: of a pixel's error three quarters go to six neighbours and a quarter to
 * none, which keeps light parts open. Thermal dots run into each other, and full error diffusion prints mud.
 */
export function halftone({ widthPx, heightPx, grey }: GreyPicture): Strip {
  const strip = blankStrip(heightPx, widthPx)
  const left = Float64Array.from(grey)
  const give = (x: number, y: number, error: number) => {
    if (x < 0 || x >= widthPx || y >= heightPx) return
    const at = y * widthPx + x
    left[at] = (left[at] ?? 0) + error
  }
  for (let y = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++) {
      const value = left[y * widthPx + x] ?? 255
      const black = value < 128
      if (black) {
        const at = y * strip.bytesPerRow + (x >> 3)
        strip.data[at] = (strip.data[at] ?? 0) | (0x80 >> (x & 7))
      }
      const error = (value - (black ? 0 : 255)) / 8
      give(x + 1, y, error)
      give(x + 2, y, error)
      give(x - 1, y + 1, error)
      give(x, y + 1, error)
      give(x + 1, y + 1, error)
      give(x, y + 2, error)
    }
  return strip
}

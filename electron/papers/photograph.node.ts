import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Sku } from '#shared/kernel/ids.ts'
import type { GreyPicture } from '#shared/receipt/document.ts'

/** Looked for in this order. */
const endings = ['jpg', 'jpeg', 'png', 'webp'] as const
/** A photograph from a telephone is some megabytes. */
const mostBytes = 16_000_000
/** Decoded, each takes four bytes. */
const mostPixels = 60_000_000
/** No paper shows more; dots. */
const widestPx = 832

/**
 * The photograph of a piece, `photos/<sku>.jpg` in the till's folder, no wider than any paper.
 * @returns `null`: there is none, or the file is no picture that can be read
 */
export async function findPhotograph(folder: string, sku: Sku): Promise<GreyPicture | null> {
  // A sku is whatever the shop wrote; as the name of a file it stays inside the folder.
  if (/[/\\\0]/.test(sku)) return null
  for (const ending of endings) {
    const picture = await readPicture(join(folder, 'photos', `${sku}.${ending}`))
    if (picture !== null) return picture
  }
  return null
}

async function readPicture(path: string): Promise<GreyPicture | null> {
  try {
    const { size } = await stat(path)
    if (size > mostBytes) return null
    const image = await loadImage(await readFile(path))
    const { width, height } = image
    if (width < 1 || height < 1 || width * height > mostPixels) return null
    const scale = Math.min(1, widestPx / width)
    return greyOf(image, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
  } catch {
    return null
  }
}

function greyOf(
  image: Awaited<ReturnType<typeof loadImage>>,
  widthPx: number,
  heightPx: number,
): GreyPicture {
  const context = createCanvas(widthPx, heightPx).getContext('2d')
  // Paper is white where a picture is transparent.
  context.fillStyle = 'white'
  context.fillRect(0, 0, widthPx, heightPx)
  context.drawImage(image, 0, 0, widthPx, heightPx)
  const { data } = context.getImageData(0, 0, widthPx, heightPx)
  const grey = new Uint8Array(widthPx * heightPx)
  for (let at = 0; at < grey.length; at++) {
    // Luma as ITU-R BT.601 §2.5.1 has it.
    const [red = 0, green = 0, blue = 0] = [data[at * 4], data[at * 4 + 1], data[at * 4 + 2]]
    grey[at] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
  }
  return { widthPx, heightPx, grey }
}

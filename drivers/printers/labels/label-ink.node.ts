import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import { canvasLibrary, paperFont } from '../layout/fonts.node.ts'
import type { Strip } from '../layout/strip.ts'

/** How a text of a label is drawn. Labels come in two resolutions and four sizes, so that the em is free. */
export interface InkFont {
  readonly direction: 'ltr' | 'rtl'
  readonly bold: boolean
  /** Dots. */
  readonly em: number
  /** Width over what the font has. (0, 1] */
  readonly squeeze: number
}

/** Dots of a text and where they go: from the left of its advance, and from its baseline upwards. */
export interface Ink {
  readonly strip: Strip
  readonly left: number
  readonly rise: number
}

/** Grey that still prints black, of 255: as on receipts. */
const threshold = 160

/** Widths kept: the same words come again and again while a name is fitted. */
const keptWidths = 4_096
const widths = new Map<string, number>()

let canvas: Canvas | null = null
let pen: SKRSContext2D | null = null

/** One canvas for all texts: a new one each holds native memory until the event loop turns. */
function surface(width: number, height: number): SKRSContext2D {
  if (pen === null || canvas === null || canvas.width < width || canvas.height < height) {
    canvas = canvasLibrary().createCanvas(
      Math.max(width, canvas?.width ?? 0, 800),
      Math.max(height, canvas?.height ?? 0, 200),
    )
    pen = canvas.getContext('2d', { alpha: false, colorSpace: 'srgb' })
  }
  return pen
}

function penFor(font: InkFont, width: number, height: number): SKRSContext2D {
  const context = surface(width, height)
  context.font = paperFont(font.em, font.bold)
  context.direction = font.direction
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  return context
}

/** Dots a text takes across. */
export function inkWidth(text: string, font: InkFont): number {
  const key = `${font.direction}${font.em}${font.bold ? 'b' : ''}${text}`
  let width = widths.get(key)
  if (width === undefined) {
    width = penFor(font, 1, 1).measureText(text).width
    if (widths.size >= keptWidths) widths.clear()
    widths.set(key, width)
  }
  return Math.ceil(width * font.squeeze)
}

/** A text as dots, cut to its ink; `null` where nothing is black. Shaped and ordered whole, never letter by letter. */
export function inkOf(text: string, font: InkFont): Ink | null {
  // Room for a letter that swings out to a side, and for marks above and below.
  const side = Math.ceil(font.em / 2)
  const baseline = Math.ceil(font.em * 1.3)
  const width = inkWidth(text, font) + 2 * side
  const height = baseline + Math.ceil(font.em * 0.8)
  const context = penFor(font, width, height)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#000'
  context.setTransform(font.squeeze, 0, 0, 1, side, baseline)
  context.fillText(text, 0, 0)
  context.setTransform(1, 0, 0, 1, 0, 0)
  const found = pack(context.getImageData(0, 0, width, height).data, width, height)
  return found === null ? null : { strip: found.strip, left: found.x - side, rise: baseline - found.y }
}

/** The smallest rectangle of black dots. `x`, `y`: its corner. */
function pack(
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
): { readonly strip: Strip; readonly x: number; readonly y: number } | null {
  // Text is grey on white: its red is its brightness.
  const black = (x: number, y: number) => (pixels[(y * width + x) * 4] ?? 255) < threshold
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!black(x, y)) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  if (right < 0) return null
  const bytesPerRow = Math.ceil((right - left + 1) / 8)
  const rows = bottom - top + 1
  const data = new Uint8Array(bytesPerRow * rows)
  for (let y = 0; y < rows; y++)
    for (let x = 0; x <= right - left; x++) {
      if (!black(left + x, top + y)) continue
      const at = y * bytesPerRow + (x >> 3)
      data[at] = (data[at] ?? 0) | (0x80 >> (x & 7))
    }
  return { strip: { bytesPerRow, rows, data }, x: left, y: top }
}

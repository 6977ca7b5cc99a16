import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import type { Cell } from '#shared/receipt/document.ts'
import { canvasLibrary, paperFont } from './fonts.node.ts'
import type { Strip } from './strip.ts'

/** A piece of one line of paper. `anchor` is the physical side that `x` (dots from the left) stands for. */
export interface InkPart {
  readonly text: string
  readonly direction: Cell['direction']
  readonly bold: boolean
  readonly size: 1 | 2
  readonly anchor: 'left' | 'center' | 'right'
  readonly x: number
}

/** Em in dots at 203 dpi: Arabic a little larger, its bowls and marks close up first on thermal paper. */
const emPx = { ltr: 23, rtl: 26 } as const

/** Grey of a dot that still prints black, of 255: keeps thin strokes without closing the bowls. */
const threshold = 160

/** At most this many drawn lines are kept: the shop's header, the words, the items that sell today. */
const keptLines = 512

let canvas: Canvas | null = null
let pen: SKRSContext2D | null = null
const kept = new Map<string, Strip>()

/** One canvas for all lines: a new one per line costs twice the time and holds native memory until the loop turns. */
function surface(width: number, height: number): SKRSContext2D {
  if (pen === null || canvas === null || canvas.width < width || canvas.height < height) {
    canvas = canvasLibrary().createCanvas(
      Math.max(width, canvas?.width ?? 0, 576),
      Math.max(height, canvas?.height ?? 0, 160),
    )
    pen = canvas.getContext('2d', { alpha: false, colorSpace: 'srgb' })
  }
  return pen
}

const emOf = (part: Pick<InkPart, 'direction' | 'size'>): number => emPx[part.direction] * part.size

/** Width in dots of text as it will be drawn. */
export function measureInk(text: string, part: Omit<InkPart, 'text' | 'x' | 'anchor'>): number {
  const context = surface(576, 160)
  context.font = paperFont(emOf(part), part.bold)
  context.direction = part.direction
  return Math.ceil(context.measureText(text).width)
}

/**
 * One line of paper as dots: each part shaped and ordered as a whole (never letter by letter, which would break
 * Arabic joins), with a little white above and below. The strip is as wide as the paper, in whole bytes.
 */
export function inkLine(parts: readonly InkPart[], widthDots: number): Strip {
  const key = JSON.stringify([widthDots, parts])
  const found = kept.get(key)
  if (found !== undefined) {
    kept.delete(key)
    kept.set(key, found)
    return found
  }
  const strip = draw(parts, widthDots)
  kept.set(key, strip)
  if (kept.size > keptLines) kept.delete(kept.keys().next().value ?? '')
  return strip
}

function draw(parts: readonly InkPart[], widthDots: number): Strip {
  const em = Math.max(...parts.map(emOf))
  // Noto Sans Arabic reaches 1.1 em above the baseline and 0.5 em below it.
  const baseline = Math.ceil(em * 1.15)
  const height = baseline + Math.ceil(em * 0.6)
  const context = surface(widthDots, height)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, widthDots, height)
  context.fillStyle = '#000'
  context.textBaseline = 'alphabetic'
  for (const part of parts) {
    context.font = paperFont(emOf(part), part.bold)
    context.direction = part.direction
    context.textAlign = part.anchor
    context.fillText(part.text, part.x, baseline)
  }
  const pixels = context.getImageData(0, 0, widthDots, height).data
  return trimRows(
    pack(pixels, widthDots, height),
    baseline - Math.ceil(em * 0.8),
    baseline + Math.ceil(em * 0.3),
  )
}

function pack(pixels: Uint8ClampedArray, widthDots: number, height: number): Strip {
  const bytesPerRow = Math.ceil(widthDots / 8)
  const data = new Uint8Array(bytesPerRow * height)
  for (let y = 0; y < height; y++) {
    const row = y * widthDots * 4
    for (let x = 0; x < widthDots; x++) {
      if ((pixels[row + x * 4 + 1] ?? 255) >= threshold) continue
      const at = y * bytesPerRow + (x >> 3)
      data[at] = (data[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return { bytesPerRow, rows: height, data }
}

/** Keeps rows `top`…`bottom` and whatever ink reaches beyond them, and two white rows on each side. */
function trimRows(strip: Strip, top: number, bottom: number): Strip {
  const { bytesPerRow, rows, data } = strip
  const inked = (y: number) =>
    data.subarray(y * bytesPerRow, (y + 1) * bytesPerRow).some((byte) => byte !== 0)
  let first = 0
  while (first < top && !inked(first)) first++
  let last = rows - 1
  while (last > bottom && !inked(last)) last--
  const from = Math.max(0, first - 2)
  const to = Math.min(rows, last + 3)
  return { bytesPerRow, rows: to - from, data: data.slice(from * bytesPerRow, to * bytesPerRow) }
}

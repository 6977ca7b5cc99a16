import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import { canvasLibrary, paperFont } from './fonts.node.ts'
import type { Face, LetterStyle, PlacedLine, PlacedText } from './placed.ts'
import { Recent } from './recent.ts'
import { inkRows, type Strip } from './strip.ts'

/** A drawn line: dots as wide as the paper, and the row its letters stand on. */
export interface InkStrip extends Strip {
  readonly baseline: number
}

/** Em of what is written in each direction, dots at 203 dpi. */
export interface Em {
  readonly ltr: number
  readonly rtl: number
}

/** Arabic a little larger: its bowls and marks close up first on thermal paper. */
const paperEm: Em = { ltr: 23, rtl: 24 }

/** Grey of a dot that still prints black, of 255: keeps thin strokes without closing the bowls. */
const threshold = 160

/** Drawn lines that are kept: the shop's header, the words, the items that sell today. And widths, which are small. */
const lines = new Recent<InkStrip>(512)
const widths = new Recent<number>(4_096)

let canvas: Canvas | null = null
let pen: SKRSContext2D | null = null

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

const emOf = ({ direction, size }: LetterStyle, em: Em): number => em[direction] * size

/** Width in dots of text as it will be drawn. */
export function measureInk(text: string, style: LetterStyle, em: Em = paperEm): number {
  const key = `${style.direction} ${emOf(style, em)} ${style.bold} ${text}`
  return widths.get(key, () => {
    const context = surface(576, 160)
    context.font = paperFont(emOf(style, em), style.bold)
    context.direction = style.direction
    return Math.ceil(context.measureText(text).width)
  })
}

/** All of it drawn. */
export const inkFace: Face = { measure: (text, style) => measureInk(text, style) }

/**
 * One line of paper as dots: each part shaped and ordered as a whole (never letter by letter, which would break
 * Arabic joins), with a little white above and below. The strip is as wide as the paper, in whole bytes.
 */
export function inkLine(line: PlacedLine, widthDots: number, em: Em = paperEm): InkStrip {
  return lines.get(JSON.stringify([widthDots, em, line]), () => draw(line, widthDots, em))
}

function draw(parts: PlacedLine, widthDots: number, size: Em): InkStrip {
  const em = Math.max(...parts.map((part) => emOf(part, size)))
  // Noto Sans Arabic reaches 1.1 em above the baseline and 0.5 em below it.
  const baseline = Math.ceil(em * 1.15)
  const height = baseline + Math.ceil(em * 0.6)
  const context = surface(widthDots, height)
  // Only as wide as the text, and half an em where a letter swings out: most lines are short.
  const from = Math.max(
    0,
    Math.floor((Math.min(...parts.map((part) => leftOf(part, size))) - em / 2) / 8) * 8,
  )
  const to = Math.min(widthDots, Math.ceil(Math.max(...parts.map((part) => rightOf(part, size))) + em / 2))
  const width = Math.max(8, to - from)
  context.fillStyle = '#fff'
  context.fillRect(from, 0, width, height)
  context.fillStyle = '#000'
  context.textBaseline = 'alphabetic'
  for (const part of parts) {
    context.font = paperFont(emOf(part, size), part.bold)
    context.direction = part.direction
    context.textAlign = part.anchor
    context.fillText(part.text, part.x, baseline)
  }
  const pixels = context.getImageData(from, 0, width, height).data
  const strip = pack(pixels, { from, width, height, bytesPerRow: Math.ceil(widthDots / 8) })
  return trimRows({ ...strip, baseline }, Math.ceil(em * 0.8), Math.ceil(em * 0.3))
}

function leftOf(part: PlacedText, size: Em): number {
  const width = part.anchor === 'left' ? 0 : measureInk(part.text, part, size)
  return part.x - (part.anchor === 'center' ? width / 2 : width)
}

function rightOf(part: PlacedText, size: Em): number {
  const width = part.anchor === 'right' ? 0 : measureInk(part.text, part, size)
  return part.x + (part.anchor === 'center' ? width / 2 : width)
}

interface Region {
  /** First dot column, a multiple of eight. */
  readonly from: number
  readonly width: number
  readonly height: number
  readonly bytesPerRow: number
}

const white = 0xffffffff

function pack(pixels: Uint8ClampedArray, { from, width, height, bytesPerRow }: Region): Strip {
  const data = new Uint8Array(bytesPerRow * height)
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height)
  for (let y = 0; y < height; y++) {
    const row = y * bytesPerRow + (from >> 3)
    for (let x = 0; x < width; x++) {
      const colour = colours[y * width + x] ?? white
      // Text is grey on white: any of the three colours is its brightness.
      if (colour === white || (colour & 0xff) >= threshold) continue
      const at = row + (x >> 3)
      data[at] = (data[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return { bytesPerRow, rows: height, data }
}

/** Keeps `above` and `below` rows around the baseline, whatever ink reaches beyond them, and two white rows on each side. */
function trimRows(strip: InkStrip, above: number, below: number): InkStrip {
  const { bytesPerRow, rows, baseline, data } = strip
  const inked = inkRows(strip)
  const first = Math.min(baseline - above, inked?.first ?? rows)
  const last = Math.max(baseline + below, inked?.last ?? 0)
  const from = Math.max(0, first - 2)
  const to = Math.min(rows, last + 3)
  return {
    bytesPerRow,
    rows: to - from,
    baseline: baseline - from,
    data: data.slice(from * bytesPerRow, to * bytesPerRow),
  }
}

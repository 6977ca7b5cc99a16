import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { SKRSContext2D } from '@napi-rs/canvas'
import { canvasLibrary } from '#drivers/printers/layout/fonts.node.ts'

const require = createRequire(import.meta.url)
const files = [
  [
    'SimPrinter-latin',
    () => require.resolve('@fontsource/noto-sans-mono/files/noto-sans-mono-latin-400-normal.woff'),
  ],
  [
    'SimPrinter-latin',
    () => require.resolve('@fontsource/noto-sans-mono/files/noto-sans-mono-latin-700-normal.woff'),
  ],
  [
    'SimPrinter-ext',
    () => require.resolve('@fontsource/noto-sans-mono/files/noto-sans-mono-latin-ext-400-normal.woff'),
  ],
  [
    'SimPrinter-greek',
    () => require.resolve('@fontsource/noto-sans-mono/files/noto-sans-mono-greek-400-normal.woff'),
  ],
] as const
const families = [...new Set(files.map(([family]) => family))].join(', ')

/** A character cell of font A: 12 × 24 dots; one number a row, bit 11 leftmost. */
export type Glyph = Uint16Array

const cellWidth = 12
const cellHeight = 24
/** Noto Sans Mono is 0.6 em wide: 20 px fill a cell; stretched upwards to the height of a printer's letters. */
const emPx = 20
const stretch = 1.15
const baseline = 19

let context: SKRSContext2D | null = null
const drawn = new Map<string, Glyph>()

function pen(): SKRSContext2D {
  if (context !== null) return context
  const { createCanvas, GlobalFonts } = canvasLibrary()
  for (const [family, locate] of files) GlobalFonts.register(readFileSync(locate()), family)
  context = createCanvas(cellWidth, cellHeight).getContext('2d', { alpha: false })
  return context
}

/** The dots of one character. Lines and blocks are drawn edge to edge, so that they join as on paper. */
export function glyphOf(char: string, bold: boolean): Glyph {
  const key = bold ? `!${char}` : char
  const known = drawn.get(key)
  if (known !== undefined) return known
  const glyph = frameGlyph(char) ?? fontGlyph(char, bold)
  drawn.set(key, glyph)
  return glyph
}

function fontGlyph(char: string, bold: boolean): Glyph {
  const draw = pen()
  draw.setTransform(1, 0, 0, 1, 0, 0)
  draw.fillStyle = '#fff'
  draw.fillRect(0, 0, cellWidth, cellHeight)
  draw.fillStyle = '#000'
  draw.font = `${bold ? 'bold ' : ''}${emPx}px ${families}`
  // Accents of capitals stay in the cell: such a letter is stretched less.
  const ascent = draw.measureText(char).actualBoundingBoxAscent
  const tall = Math.min(stretch, ascent > 0 ? baseline / ascent : stretch)
  draw.setTransform(1, 0, 0, tall, 0, 0)
  draw.fillText(char, 0, baseline / tall)
  const { data } = draw.getImageData(0, 0, cellWidth, cellHeight)
  const glyph = new Uint16Array(cellHeight)
  for (let y = 0; y < cellHeight; y++)
    for (let x = 0; x < cellWidth; x++)
      if ((data[(y * cellWidth + x) * 4] ?? 255) < 150) glyph[y] = (glyph[y] ?? 0) | (0x800 >> x)
  return glyph
}

/** Arms of the frame characters: single and double, from the middle to each side. */
const frames: Readonly<Record<string, string>> = {
  '─': 'lr',
  '│': 'ud',
  '┌': 'rd',
  '┐': 'ld',
  '└': 'ru',
  '┘': 'lu',
  '├': 'rud',
  '┤': 'lud',
  '┬': 'lrd',
  '┴': 'lru',
  '┼': 'lrud',
  '═': 'LR',
  '║': 'UD',
}

function frameGlyph(char: string): Glyph | null {
  const glyph = new Uint16Array(cellHeight)
  if (char === '█') return glyph.fill(0xfff)
  const arms = frames[char]
  if (arms === undefined) return null
  const rows = (from: number, to: number, bits: number) => {
    for (let y = from; y < to; y++) glyph[y] = (glyph[y] ?? 0) | bits
  }
  for (const arm of arms) {
    if (arm === 'l') rows(11, 13, 0xfe0)
    else if (arm === 'r') rows(11, 13, 0x07f)
    else if (arm === 'u') rows(0, 13, 0x060)
    else if (arm === 'd') rows(11, 24, 0x060)
    else if (arm === 'L' || arm === 'R') {
      rows(9, 11, 0xfff)
      rows(14, 16, 0xfff)
    } else rows(0, 24, 0x198)
  }
  return glyph
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import type { Bitmap } from '../printer/mechanism/bitmap.ts'

const require = createRequire(import.meta.url)
const family = 'SimLabelZero'
/** The real font 0 is a narrow bold: ours is made as narrow. */
const narrow = 0.8

let context: SKRSContext2D | null = null

function pen(width: number, height: number): SKRSContext2D {
  if (context === null || context.canvas.width < width || context.canvas.height < height) {
    if (context === null)
      GlobalFonts.register(
        readFileSync(require.resolve('@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff')),
        family,
      )
    context = createCanvas(Math.max(width, 1300), Math.max(height, 300)).getContext('2d', { alpha: false })
  }
  return context
}

/** What the font has: Latin-1, as every printer. Anything else is a box on the label. */
export const isInFontZero = (char: string): boolean => /^[\x20-\x7e\u00a0-\u00ff]$/.test(char)

/** Text as dots. `rise`: rows above the baseline. */
export interface ZeroText {
  readonly bitmap: Bitmap
  readonly advance: number
  readonly rise: number
}

/** @param height of the font, @param width of its letters, equal for the usual proportion; dots */
export function zeroText(text: string, height: number, width: number): ZeroText {
  const shown = [...text].map((char) => (isInFontZero(char) ? char : '□')).join('')
  const squeeze = (narrow * width) / height
  const font = `bold ${height}px ${family}`
  const measure = pen(1, 1)
  measure.font = font
  const advance = Math.ceil(measure.measureText(shown).width * squeeze)
  const rise = Math.ceil(height * 1.1)
  const across = advance + height
  const down = rise + Math.ceil(height * 0.4)
  const draw = pen(across, down)
  draw.setTransform(1, 0, 0, 1, 0, 0)
  draw.fillStyle = '#fff'
  draw.fillRect(0, 0, across, down)
  draw.fillStyle = '#000'
  draw.font = font
  draw.setTransform(squeeze, 0, 0, 1, 0, rise)
  draw.fillText(shown, 0, 0)
  draw.setTransform(1, 0, 0, 1, 0, 0)
  const { data } = draw.getImageData(0, 0, across, down)
  const black = (x: number, y: number) => (data[(y * across + x) * 4] ?? 255) < 150
  return { bitmap: { width: across, height: down, black }, advance, rise }
}

import { type Bitmap, rowsBitmap } from '../printer/mechanism/bitmap.ts'
import { code128Field, ean13Field, qrField } from './code-fields.ts'
import { type Field, fieldBytes } from './field.ts'
import { isInFontZero, zeroText } from './font-zero.node.ts'
import { graphicBytes } from './graphic-data.ts'
import type { LabelArea } from './label-area.ts'
import type { Setup } from './setup.ts'

/** Dots of a field, and how far from its place their corner is. */
interface Drawing {
  readonly bitmap: Bitmap
  readonly right: number
  readonly down: number
}

/** Puts a finished field on the label. What cannot be drawn is reported and leaves its place white. */
export function drawField(field: Field, setup: Setup, area: LabelArea, report: (what: string) => void): void {
  const drawing = drawingOf(field, setup, report)
  if (field.at === null) report('a field without ^FO or ^FT')
  else if (typeof drawing === 'string') report(drawing)
  else {
    const { bitmap, right, down } = drawing
    const [x, y] = [setup.homeX + field.at.x + right, setup.homeY + field.at.y + down]
    if (!area.burn(bitmap, x, y)) report(`a field at ${field.at.x},${field.at.y} leaves the label`)
  }
}

/** @returns what is wrong, as a sentence, where nothing can be drawn */
function drawingOf(field: Field, setup: Setup, report: (what: string) => void): Drawing | string {
  if (field.graphic !== null) return graphic(field.graphic)
  const data = fieldBytes(field, report)
  return field.code === null ? text(field, data, setup, report) : code(field, field.code, data, setup)
}

/** ^GFa,b,c,d,data */
function graphic(parameters: string): Drawing | string {
  const [, sent, total, perRow, data] = /^A,(\d+),(\d+),(\d+),(.*)$/s.exec(parameters) ?? []
  const bytesPerRow = Number(perRow)
  const rows = Number(total) / bytesPerRow
  if (data === undefined || sent !== total || !Number.isInteger(rows)) return '^GF: its counts do not agree'
  const bytes = graphicBytes(data, bytesPerRow, rows)
  if (typeof bytes === 'string') return `^GF: ${bytes}`
  return { bitmap: rowsBitmap(bytes, bytesPerRow, rows), right: 0, down: 0 }
}

function code(
  field: Field,
  { name, parameters }: NonNullable<Field['code']>,
  data: string,
  setup: Setup,
): Drawing | string {
  if (parameters[0] !== 'N') return `${name}: only upright codes are simulated`
  if (field.at?.from === 'baseline') return `${name}: only ^FO is simulated`
  // A QR stands lower than it was put by the height that ^BY gives codes: so does the real one.
  if (name === '^BQ') {
    if (parameters[1] !== '2') return '^BQ: only model 2 is simulated'
    const bitmap = qrField(data, Number(parameters[2] ?? 2))
    return typeof bitmap === 'string' ? bitmap : { bitmap, right: 0, down: setup.codeDots }
  }
  if (parameters[2] !== 'N') return `${name}: its own figures are not simulated`
  const height = Number(parameters[1] || setup.codeDots)
  const make = name === '^BE' ? ean13Field : code128Field
  const bitmap = make(data, setup.moduleDots, height)
  return typeof bitmap === 'string' ? bitmap : { bitmap, right: 0, down: 0 }
}

function text(field: Field, data: string, setup: Setup, report: (what: string) => void): Drawing | string {
  if (field.font === null) return `a text without a font: ${JSON.stringify(data)}`
  const shown = new TextDecoder(setup.utf8 ? 'utf-8' : 'latin1').decode(Buffer.from(data, 'latin1'))
  for (const char of shown)
    if (!isInFontZero(char)) report(`font 0 has no U+${char.codePointAt(0)?.toString(16).padStart(4, '0')}`)
  // A field block obeys backslashes: line breaks and soft hyphens.
  if (field.block !== null && shown.includes('\\')) return '^FB: backslashes are not simulated'
  const { bitmap, advance, rise } = zeroText(shown, field.font.height, field.font.width)
  if (field.block !== null && advance > field.block) report(`a text is wider than its block: ${shown}`)
  const right = field.block === null ? 0 : Math.floor((field.block - advance) / 2)
  // From the top of the cell, the baseline is three quarters down.
  const baseline = field.at?.from === 'baseline' ? 0 : Math.round(field.font.height * 0.75)
  return { bitmap, right, down: baseline - rise }
}

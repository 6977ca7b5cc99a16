import type { Cell } from '#shared/receipt/document.ts'
import { nameMissing } from '../layout/fonts.node.ts'
import { wrapText } from '../layout/wrap.ts'
import { fontZeroText, fontZeroWidth } from './font-zero.ts'
import { inkWidth } from './label-ink.node.ts'

/** A text of a label as it will be printed, with the face that can. */
export interface LabelText {
  readonly text: string
  readonly direction: Cell['direction']
  /** `zero`: the printer's own font 0; `ink`: drawn as dots with our fonts. */
  readonly face: 'zero' | 'ink'
  readonly bold: boolean
  /** Height of the font, dots. */
  readonly em: number
  /** Width over what the font has. [0.8, 1] */
  readonly squeeze: number
}

/** Arabic is drawn a little larger: its bowls and marks close up first. */
const rtlGrowth = 1.12

/** No label has room for more of a text: what is beyond is cut unseen. Letters. */
const mostLetters = 200

/** A text that is a little too long is made narrower before any of it is cut away. */
const squeezes = [1, 0.9, 0.8]

/** @param em of Latin letters, dots */
export function labelText(cell: Cell, em: number, bold = cell.style?.bold ?? false): LabelText {
  const zero = cell.direction === 'ltr' ? fontZeroText(cell.text) : null
  if (zero !== null) return { text: zero, direction: 'ltr', face: 'zero', bold: true, em, squeeze: 1 }
  const grown = cell.direction === 'rtl' ? Math.round(em * rtlGrowth) : em
  const text = nameMissing(cell.text)
  return { text, direction: cell.direction, face: 'ink', bold, em: grown, squeeze: 1 }
}

/** Dots it takes across: exactly where we draw it, at most where the printer does. */
export const labelTextWidth = ({ text, face, ...font }: LabelText): number =>
  face === 'zero' ? Math.ceil(fontZeroWidth(text, font.em) * font.squeeze) : inkWidth(text, font)

/** Dots above and below the baseline that a line needs. Arabic marks reach further than Latin accents. */
export const riseOf = ({ direction, em }: LabelText): number =>
  Math.ceil(em * (direction === 'rtl' ? 0.9 : 0.85))
export const fallOf = ({ direction, em }: LabelText): number =>
  Math.ceil(em * (direction === 'rtl' ? 0.4 : 0.25))

/** Dots a line needs in all. */
export const heightOf = (text: LabelText): number => riseOf(text) + fallOf(text)

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * The text in lines no wider than `most`, narrowed if that saves it; with more than `lines` of them even so, the last
 * ends in an ellipsis.
 * @param lines ≥ 1
 */
export function labelLines(whole: LabelText, most: number, lines: number): readonly LabelText[] {
  const text = shortened(whole.text)
  let narrowed = whole
  let texts: readonly string[] = []
  for (const squeeze of squeezes) {
    narrowed = { ...whole, squeeze }
    texts = wrapText(text, most, (text) => labelTextWidth({ ...narrowed, text }))
    if (texts.length <= lines) return texts.map((text) => ({ ...narrowed, text }))
  }
  const last = cutTo(texts.slice(lines - 1).join(' '), narrowed, most)
  return [...texts.slice(0, lines - 1), last].map((text) => ({ ...narrowed, text }))
}

function shortened(text: string): string {
  if (text.length <= mostLetters) return text
  const letters = [...graphemes.segment(text)].map(({ segment }) => segment)
  return closed(letters.slice(0, mostLetters).join(''))
}

/** As many letters as fit before an ellipsis. Isolates that were open are closed behind it. */
function cutTo(text: string, whole: LabelText, most: number): string {
  const letters = [...graphemes.segment(text)].map(({ segment }) => segment)
  const ellipsis = whole.face === 'zero' ? '...' : '…'
  const cut = (keep: number) => closed(letters.slice(0, keep).join('').trimEnd() + ellipsis)
  const fits = (keep: number) => labelTextWidth({ ...whole, text: cut(keep) }) <= most
  // Halving the doubt; joined letters may be narrower than fewer of them, so that the last word is with `fits`.
  let [least, beyond] = [0, letters.length]
  while (beyond - least > 1) {
    const middle = Math.floor((least + beyond) / 2)
    if (fits(middle)) least = middle
    else beyond = middle
  }
  return fits(least) ? cut(least) : ''
}

function closed(text: string): string {
  let open = 0
  for (const char of text) {
    if (/[\u2066-\u2068]/.test(char)) open++
    else if (char === '\u2069') open--
  }
  return text + '\u2069'.repeat(Math.max(0, open))
}

/** The largest size, down to `least`, at which the text fits on one line. @param least em, dots */
export function shrunk(text: LabelText, most: number, least: number): LabelText {
  const width = labelTextWidth(text)
  if (width <= most) return text
  let em = Math.max(least, Math.floor((text.em * most) / width))
  while (em > least && labelTextWidth({ ...text, em }) > most) em--
  return { ...text, em }
}

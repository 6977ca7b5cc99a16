import type { Label } from '#shared/receipt/label.ts'
import type { LabelStyle } from './label-style.data.ts'
import { heightOf, type LabelText, labelLines, labelText } from './label-text.ts'

/** Lines of one name at most: a third one is read by nobody. */
const mostLines = 3

/** A name or a note, the lines it could use, and those it has been given. */
interface Claim {
  readonly text: LabelText
  readonly wanted: number
  given: number
}

/**
 * Names and notes as lines, at most `room` dots high in all: first one line of each name and note, names before notes,
 * then the second lines, then the third. What is cut says so.
 * @param width of a line, dots
 * @param dots of a millimetre measure
 */
export function chosenLines(
  { names, notes }: Pick<Label, 'names' | 'notes'>,
  style: LabelStyle,
  dots: (mm: number) => number,
  width: number,
  room: number,
): readonly LabelText[] {
  const claim = (text: LabelText, most: number): Claim => ({
    text,
    wanted: labelLines(text, width, most).length,
    given: 0,
  })
  const claims = [
    ...names.map((name, place) => claim(labelText(name, dots(style.name), place === 0), mostLines)),
    ...notes.map((note) => claim(labelText(note, dots(style.note)), 1)),
  ]
  let left = room
  for (let round = 1; round <= mostLines; round++)
    for (const each of claims) {
      if (each.wanted < round || each.given !== round - 1 || heightOf(each.text) > left) continue
      each.given = round
      left -= heightOf(each.text)
    }
  return claims.flatMap(({ text, given }) => (given === 0 ? [] : labelLines(text, width, given)))
}

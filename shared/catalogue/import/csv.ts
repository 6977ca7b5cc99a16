import type { Result } from '../../kernel/result.ts'
import { ok } from '../../kernel/result.ts'
import type { CatalogueTrouble, RawField } from './trouble.ts'
import { troubleAt } from './trouble.ts'

const separators = [';', ',', '\t'] as const

/** The separator the first line uses most, outside quotes; a one-column file has none and gets `;`. */
export function separatorOf(text: string): string {
  const counts = new Map<string, number>(separators.map((separator) => [separator, 0]))
  let quoted = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    else if (!quoted && (character === '\n' || character === '\r')) break
    else if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  return separators.reduce((best, each) => ((counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best))
}

/** A row that is wider is no table of ours; what reads it must not fill the memory. */
const widest = 1000

type Row = Result<readonly RawField[], CatalogueTrouble>

/**
 * Rows of fields, each with its place (RFC 4180, with `;` and tabs too). Fields in quotes may hold separators, line
 * ends and doubled quotes. Blank lines are no rows. Half a quoted field is a trouble, never a guess.
 */
export function readCsv(text: string): Result<readonly (readonly RawField[])[], CatalogueTrouble> {
  const rows: (readonly RawField[])[] = []
  for (const row of csvRows(text, separatorOf(text))) {
    if (!row.ok) return row
    if (row.value.length > 0) rows.push(row.value)
  }
  return ok(rows)
}

/**
 * The same, row by row, for files that are too long to be held as fields. Blank lines are rows without fields; after a
 * trouble comes nothing.
 * @param separator one character
 */
export function* csvRows(text: string, separator: string): Generator<Row, void> {
  let row: RawField[] = []
  let at = 0
  let line = 1
  let lineStart = 0
  const here = () => ({ line, column: at - lineStart + 1 })
  const isEnd = (): boolean => at >= text.length || text[at] === '\n' || text[at] === '\r'

  const newLine = (): void => {
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    line++
    lineStart = at
  }

  while (at < text.length) {
    const place = here()
    if (row.length === widest) return yield troubleAt(place, `more than ${widest} fields in one row`)
    if (text[at] === '"') {
      at++
      let value = ''
      for (;;) {
        if (at >= text.length) return yield troubleAt(place, 'a quote is opened and never closed')
        if (text[at] === '"' && text[at + 1] === '"') {
          value += '"'
          at += 2
        } else if (text[at] === '"') {
          at++
          break
        } else if (text[at] === '\n' || text[at] === '\r') {
          value += '\n'
          newLine()
        } else value += text[at++]
      }
      if (!isEnd() && text[at] !== separator) return yield troubleAt(here(), 'text after a closing quote')
      row.push({ ...place, text: value })
    } else {
      const start = at
      while (!isEnd() && text[at] !== separator) {
        if (text[at] === '"') return yield troubleAt(here(), 'a quote in the middle of a field')
        at++
      }
      row.push({ ...place, text: text.slice(start, at) })
    }
    if (text[at] === separator) {
      at++
      // A separator at the very end of a line or file closes an empty last field.
      if (!isEnd()) continue
      row.push({ ...here(), text: '' })
    }
    yield ok(row.length > 1 || row[0]?.text !== '' ? row : [])
    row = []
    if (at < text.length) newLine()
  }
}

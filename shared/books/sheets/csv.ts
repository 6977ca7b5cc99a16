import type { ColumnKind, SheetRow, SheetValue } from './sheet.ts'

/** What a French or Moroccan spreadsheet takes for a column's end, a line's end and a decimal point. */
const separator = ';'
const lineEnd = '\r\n'

/** What a spreadsheet would run instead of show. */
const formulaLike = /^[=+\-@\t\r]/
const needsQuotes = /[;"\r\n]/

/**
 * Words as a cell of CSV (RFC 4180). What begins like a formula gets an apostrophe in front: the catalogue of a shop is typed
 * by many hands, and a spreadsheet would do what it says.
 */
function csvWords(text: string): string {
  const shown = formulaLike.test(text) ? `'${text}` : text
  return needsQuotes.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown
}

/** `1234,50`, `-0,05`: whole hundredths with a decimal comma, no grouping. */
function hundredths(value: number): string {
  const digits = String(Math.abs(value)).padStart(3, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`
}

function csvCell(kind: ColumnKind, value: SheetValue): string {
  if (value === null) return ''
  switch (kind) {
    case 'day':
      return String(value)
    case 'moment':
      return String(value).replace('T', ' ')
    case 'text':
      return csvWords(String(value))
    case 'number':
      return String(value)
    case 'amount':
    case 'rate':
      return hundredths(Number(value))
  }
}

export const csvHeader = (titles: readonly string[]): string => titles.map(csvWords).join(separator) + lineEnd

export const csvLine = (kinds: readonly ColumnKind[], row: SheetRow): string =>
  kinds.map((kind, at) => csvCell(kind, row[at] ?? null)).join(separator) + lineEnd

import type { ColumnKind } from '#shared/books/sheets/sheet.ts'

/** How a cell looks: its place in the workbook's list of styles (`styles.ts`). */
export type CellStyle = number

export interface XlsxCell {
  /** A number as spreadsheets count (days since 1899-12-30, 0.2 for 20 %), or words. `null`: empty. */
  readonly value: number | string | null
  readonly style?: CellStyle
  /** Without `=`; `value` is what it comes to. */
  readonly formula?: string
}

/** `A`, `B`, … `AA`. @param index 0 = first */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** What XML 1.0 has no way to say, and halves of characters. */
const unsayable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must not get through
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const marks = /[&<>"\r]/g
const marked: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** Words inside XML. What cannot be said there is a visible replacement mark. */
export function xmlText(text: string): string {
  if (/^[\w .,:;'()%/-]*$/.test(text) && !text.includes('_x')) return text
  return (
    text
      .replace(unsayable, '\ufffd')
      // A spreadsheet would read `_x0041_` as a letter.
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(marks, (mark) => marked[mark] ?? mark)
  )
}

const dayMs = 86_400_000
/** 1899-12-30, from which spreadsheets count days. */
const epochMs = Date.UTC(1899, 11, 30)

/** Days since the spreadsheet's epoch, of a wall clock: `2026-11-27` or `2026-11-27T18:46:03`. */
export const serialOf = (wallClock: string): number =>
  (Date.parse(wallClock.length === 10 ? `${wallClock}T00:00:00Z` : `${wallClock}Z`) - epochMs) / dayMs

/** A value of a sheet as spreadsheets count. */
export function numberOf(kind: Exclude<ColumnKind, 'text'>, value: string | number): number {
  switch (kind) {
    case 'day':
    case 'moment':
      return serialOf(String(value))
    case 'amount':
      return Number(value) / 100
    case 'rate':
      return Number(value) / 10_000
    case 'number':
      return Number(value)
  }
}

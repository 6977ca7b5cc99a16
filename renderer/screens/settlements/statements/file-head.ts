import { csvRows } from '#shared/catalogue/import/csv.ts'
import type { ColumnMap } from '#shared/contract/acquirers.ts'
import { withoutCardNumbers } from '#shared/settlement/card-digits.ts'

/** How many lines are looked at for the head, and shown. */
const mostLooked = 50
const mostShown = 6
const utf8Mark = [0xef, 0xbb, 0xbf] as const

/** The text of a file as it would be read; one that says it is UTF-8 is, whatever was chosen. */
export function decoded(bytes: Uint8Array, encoding: ColumnMap['encoding']): string {
  const marked = utf8Mark.every((byte, at) => bytes[at] === byte)
  return new TextDecoder(marked ? 'utf-8' : encoding).decode(bytes)
}

/** What a file’s letters are written in, by whether they can be. */
export const encodingOf = (bytes: Uint8Array): ColumnMap['encoding'] =>
  decoded(bytes, 'utf-8').includes('\ufffd') ? 'windows-1252' : 'utf-8'

export interface FileHead {
  /** Names of the columns, in the file’s order. */
  readonly names: readonly string[]
  /** The head and the first lines below it, cell by cell; card numbers are cut to their last four. */
  readonly rows: readonly (readonly string[])[]
}

/**
 * Where the columns are named: the first line that is as full as any near the start and holds no number; address and
 * account stand above it in many files. `null`: the file cannot be read with this separator.
 */
export function fileHead(text: string, separator: ColumnMap['separator']): FileHead | null {
  const rows: string[][] = []
  for (const row of csvRows(text, separator)) {
    if (!row.ok) return null
    rows.push(row.value.map((cell) => withoutCardNumbers(cell.text.trim())))
    if (rows.length === mostLooked) break
  }
  const filled = (row: readonly string[]): number => row.filter((cell) => cell !== '').length
  const fullest = Math.max(0, ...rows.map(filled))
  if (fullest < 2) return null
  const names = (row: readonly string[]): boolean => row.every((cell) => !/^[-(]?\d/.test(cell))
  const place = rows.findIndex((row) => filled(row) === fullest && names(row))
  const at = place < 0 ? rows.findIndex((row) => filled(row) === fullest) : place
  return {
    names: [...new Set((rows[at] ?? []).filter((name) => name !== ''))],
    rows: [rows[at] ?? [], ...rows.slice(at + 1, at + mostShown)],
  }
}

const separators = [';', ',', '\t', '|'] as const

/** The separator that makes most columns of the file’s head. */
export function separatorOf(text: string): ColumnMap['separator'] {
  const widths = separators.map((each) => ({ each, width: fileHead(text, each)?.names.length ?? 0 }))
  return widths.reduce((best, next) => (next.width > best.width ? next : best)).each
}

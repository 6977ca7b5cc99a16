import { FoundInArchive } from './found-wrong.ts'

/** A row of a table, by the names in its first line. */
export type CsvRow = ReadonlyMap<string, string>

/** RFC 4180 with a comma, behind a byte order mark, each line ended by CR LF: a cell that needs it in double quotes. */
const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y

/**
 * Reads a table of the archive, row by row.
 * @throws FoundInArchive `rowWrong` for what is no such table
 */
export function* csvRows(file: string, text: string): Generator<CsvRow> {
  let names: readonly string[] | null = null
  let at = text.startsWith('\ufeff') ? 1 : 0
  for (let row = 1; at < text.length; row++) {
    const cells: string[] = []
    for (let ended = false; !ended; ) {
      cell.lastIndex = at
      const found = cell.exec(text)
      if (found === null) throw new FoundInArchive('rowWrong', { file, at: `row ${row}` })
      cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
      at = cell.lastIndex
      ended = found[3] !== ','
    }
    if (names === null) names = cells
    else if (cells.length !== names.length) throw new FoundInArchive('rowWrong', { file, at: `row ${row}` })
    else yield new Map(names.map((name, index) => [name, cells[index] ?? '']))
  }
}

/** `-1234.50` in minor units; `NaN` for anything else. */
export function minorOf(amount: string | undefined): number {
  const found = /^(-?)(\d{1,13})\.(\d{2})$/.exec(amount ?? '')
  if (found === null) return Number.NaN
  const minor = Number(found[2]) * 100 + Number(found[3])
  return found[1] === '-' ? -minor : minor
}

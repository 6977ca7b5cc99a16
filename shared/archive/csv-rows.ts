import { FoundInArchive } from './found-wrong.ts'

/** RFC 4180 with a comma, behind a byte order mark, each line ended by CR LF: a cell that needs it in double quotes. */
const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y

/** A table of the archive: the names in its first line, then its rows as they are asked for. */
export interface CsvReader {
  /** @returns the place of a column in every row; -1: there is none */
  column(name: string): number
  /** @returns `null` after the last. @throws FoundInArchive `rowWrong` for what is no such row */
  next(): readonly string[] | null
  /** Of the row given last; the names are row 1. */
  readonly row: number
}

export function csvReader(file: string, text: string): CsvReader {
  let at = text.startsWith('\ufeff') ? 1 : 0
  let row = 0

  function cells(): readonly string[] | null {
    if (at >= text.length) return null
    row += 1
    const end = text.indexOf('\r\n', at)
    // Nearly every row has no quotes in it.
    const line = end < 0 ? '"' : text.slice(at, end)
    if (!line.includes('"')) {
      at = end + 2
      return line.split(',')
    }
    const found: string[] = []
    for (let ended = false; !ended; ) {
      cell.lastIndex = at
      const match = cell.exec(text)
      if (match === null) throw new FoundInArchive('rowWrong', { file, at: `row ${row}` })
      found.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
      at = cell.lastIndex
      ended = match[3] !== ','
    }
    return found
  }

  const names = cells() ?? []
  return {
    column: (name) => names.indexOf(name),
    next() {
      const read = cells()
      if (read !== null && read.length !== names.length)
        throw new FoundInArchive('rowWrong', { file, at: `row ${row}` })
      return read
    },
    get row() {
      return row
    },
  }
}

/** An amount as it stands in a table: `-1234.50` of minor units. */
export function amountText(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0')
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

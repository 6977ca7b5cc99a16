import { FoundInArchive } from './found-wrong.ts'

/**
 * A table of the archive: the names in its first line, then its rows as they are asked for. A month has two million
 * cells, of which half are compared: none is made into a string of its own unless it is asked for.
 */
export interface CsvReader {
  /** How many columns it has. */
  readonly width: number
  /** @returns the place of a column in every row; -1: there is none */
  column(name: string): number
  /** Goes to the next row. @returns whether there is one. @throws FoundInArchive `rowWrong` for what is no such row */
  next(): boolean
  /** Of the row gone to last; empty for a column that there is not. */
  cell(place: number): string
  /** Whether that is what the cell says. */
  says(place: number, value: string): boolean
  /** Of the row gone to last; the names are row 1. */
  readonly row: number
}

const quote = 0x22
const comma = 0x2c
const lineFeed = 0x0a
const carriageReturn = 0x0d

/** RFC 4180 with a comma, behind a byte order mark, each line ended by CR LF: a cell that needs it in double quotes. */
export function csvReader(file: string, text: string): CsvReader {
  let at = text.startsWith('\ufeff') ? 1 : 0
  let row = 0
  // Where the cells of the row stand, and whether a quote in one is doubled.
  const starts: number[] = []
  const ends: number[] = []
  const doubled: boolean[] = []
  let count = 0
  const wrong = () => new FoundInArchive('rowWrong', { file, at: `row ${row}` })

  function quotedCell(): void {
    let end = text.indexOf('"', at + 1)
    let doubles = false
    while (end >= 0 && text.charCodeAt(end + 1) === quote) {
      doubles = true
      end = text.indexOf('"', end + 2)
    }
    if (end < 0) throw wrong()
    starts[count] = at + 1
    ends[count] = end
    doubled[count] = doubles
    at = end + 1
  }

  function plainCell(): void {
    starts[count] = at
    doubled[count] = false
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === comma || code === carriageReturn || code === lineFeed || code === quote) break
    }
    ends[count] = at
  }

  function goOn(): boolean {
    if (at >= text.length) return false
    row += 1
    for (count = 0; ; at++) {
      if (text.charCodeAt(at) === quote) quotedCell()
      else plainCell()
      count += 1
      if (text.charCodeAt(at) !== comma) break
    }
    if (text.charCodeAt(at) !== carriageReturn || text.charCodeAt(at + 1) !== lineFeed) throw wrong()
    at += 2
    return true
  }

  function cell(place: number): string {
    const said = text.slice(starts[place] ?? 0, ends[place] ?? 0)
    return doubled[place] ? said.replaceAll('""', '"') : said
  }

  const names = goOn() ? Array.from({ length: count }, (_, place) => cell(place)) : []
  return {
    width: names.length,
    column: (name) => names.indexOf(name),
    next() {
      if (!goOn()) return false
      if (count !== names.length) throw wrong()
      return true
    },
    cell,
    says(place, value) {
      if (doubled[place]) return cell(place) === value
      const start = starts[place] ?? 0
      return (ends[place] ?? 0) - start === value.length && text.startsWith(value, start)
    },
    get row() {
      return row
    },
  }
}

/** An amount as it stands in a table: `-1234.50` of minor units. */
export function amountText(minor: number): string {
  const amount = Math.abs(minor)
  const hundredths = amount % 100
  return `${minor < 0 ? '-' : ''}${(amount - hundredths) / 100}.${hundredths < 10 ? '0' : ''}${hundredths}`
}

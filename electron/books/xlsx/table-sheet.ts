import type { Column, ColumnKind, Sheet, SheetRow, SheetValue } from '#shared/books/sheets/sheet.ts'
import { columnName, numberOf, type XlsxCell } from './cell.ts'
import type { SharedStrings } from './shared-strings.ts'
import { cellXml, type RowWriter } from './sheet-writer.ts'
import { styleOf, totalLook } from './styles.ts'
import { quotedTab } from './workbook-parts.ts'
import type { WorkbookWriter } from './workbook-writer.ts'

/** A sheet of rows under one header, with the sums below them. */
export interface TableSheet {
  row(values: SheetRow): void
  /** Ends it. */
  end(): TableTotals
}

/** What stands below a table: for formulas elsewhere that point there. */
export interface TableTotals {
  /** Minor units, or a count. */
  of(key: string): number
  /** `'Days'!I367` */
  ref(key: string): string
}

export interface TableLook {
  readonly rightToLeft: boolean
  /** The word in front of the sums. */
  readonly total: string
}

/** Begins a table. */
export function openTable(
  book: WorkbookWriter,
  place: number,
  { name, columns }: Sheet,
  look: TableLook,
): TableSheet {
  const writer = book.sheet(place, name, {
    rightToLeft: look.rightToLeft,
    widths: columns.map(({ width }) => width),
    frozen: true,
    landscape: columns.length > 7,
  })
  const sums = columns.map(() => 0)
  const summed = columns.flatMap(({ summed = false }, at) => (summed ? [at] : []))
  const cells = columns.map((column, at) => cellOf(column, at, columns, book.strings))
  writer.row(
    columns.map(({ title }) => ({ value: title, style: styleOf('header') })),
    32,
  )

  return {
    row(values) {
      const row = writer.beginRow()
      for (let at = 0; at < cells.length; at++) cells[at]?.(row, values[at] ?? null)
      writer.endRow()
      for (const at of summed) sums[at] = (sums[at] ?? 0) + Number(values[at])
    },
    end() {
      const last = writer.rows
      const width = columnName(columns.length - 1)
      writer.row(columns.map((column, at) => totalCell(column, at, sums[at] ?? 0, last, look.total)))
      writer.end(`A1:${width}${Math.max(last, 1)}`)
      const placeOf = (key: string): number => {
        const at = columns.findIndex((column) => column.key === key)
        if (at < 0) throw new Error(`the sheet ${name} has no column ${key}`)
        return at
      }
      return {
        of: (key) => sums[placeOf(key)] ?? 0,
        ref: (key) => `${quotedTab(name)}!${columnName(placeOf(key))}${last + 1}`,
      }
    },
  }
}

type WriteCell = (row: RowWriter, value: SheetValue) => void

/** How one column writes its cells. */
function cellOf(column: Column, at: number, columns: readonly Column[], strings: SharedStrings): WriteCell {
  const { kind, made } = column
  if (kind === 'text') return textCell(columnName(at), styleOf('text'), strings)
  const style = styleOf(kind)
  if (made === undefined) return numberCell(columnName(at), style, kind)
  const terms = made.map(({ sign, key }) => ({
    sign: sign === 1 ? '+' : '-',
    letters: columnName(columns.findIndex((each) => each.key === key)),
  }))
  return ({ xml, number }, value) => {
    const sum = terms.map((term) => `${term.sign}${term.letters}${number}`).join('')
    const formula = `ROUND(${sum.replace(/^\+/, '')},2)`
    xml.text(cellXml(`${columnName(at)}${number}`, { value: numberOf(kind, value ?? 0), style, formula }))
  }
}

const cellEnd = Buffer.from('</v></c>')

function textCell(letters: string, style: number, strings: SharedStrings): WriteCell {
  const before = Buffer.from(`<c r="${letters}`)
  const shared = Buffer.from(`" s="${style}" t="s"><v>`)
  return ({ xml, digits, number }, value) => {
    if (value === null || value === '') return
    const place = strings.placeOf(String(value))
    if (place === null) xml.text(cellXml(`${letters}${number}`, { value: String(value), style }))
    else xml.bytes(before).bytes(digits).bytes(shared).whole(place).bytes(cellEnd)
  }
}

function numberCell(letters: string, style: number, kind: Exclude<ColumnKind, 'text'>): WriteCell {
  const before = Buffer.from(`<c r="${letters}`)
  const between = Buffer.from(`" s="${style}"><v>`)
  if (kind === 'number')
    return ({ xml, digits }, value) => {
      if (value !== null) xml.bytes(before).bytes(digits).bytes(between).whole(Number(value)).bytes(cellEnd)
    }
  if (kind === 'amount')
    return ({ xml, digits }, value) => {
      if (value !== null)
        xml.bytes(before).bytes(digits).bytes(between).hundredths(Number(value)).bytes(cellEnd)
    }
  // Days and times repeat from row to row: what was worked out last is kept.
  let lastValue: SheetValue = null
  let last: Uint8Array = cellEnd
  return ({ xml, digits }, value) => {
    if (value === null) return
    if (value !== lastValue) {
      lastValue = value
      last = Buffer.from(`${numberOf(kind, value)}`)
    }
    xml.bytes(before).bytes(digits).bytes(between).bytes(last).bytes(cellEnd)
  }
}

function totalCell(column: Column, at: number, sum: number, last: number, word: string): XlsxCell {
  const { kind, summed = false } = column
  const style = styleOf(totalLook(kind, summed))
  if (!summed) return { value: at === 0 ? word : null, style }
  const letters = columnName(at)
  // Without a row there is nothing to point at.
  const formula = last < 2 ? '0' : `SUM(${letters}2:${letters}${last})`
  return { value: kind === 'text' ? 0 : numberOf(kind, sum), style, formula }
}

import type { Column, ColumnKind, Sheet, SheetRow, SheetValue } from '#shared/books/sheets/sheet.ts'
import { columnName, numberOf, type XlsxCell } from './cell.ts'
import type { SharedStrings } from './shared-strings.ts'
import { cellXml } from './sheet-writer.ts'
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
      const row = String(writer.rows + 1)
      let xml = ''
      for (let at = 0; at < cells.length; at++) xml += cells[at]?.(values[at] ?? null, row) ?? ''
      for (const at of summed) sums[at] = (sums[at] ?? 0) + Number(values[at])
      writer.rawRow(xml)
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

/** @param row its number, as written */
type WriteCell = (value: SheetValue, row: string) => string

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
  return (value, row) => {
    const sum = terms.map((term) => `${term.sign}${term.letters}${row}`).join('')
    const formula = `ROUND(${sum.replace(/^\+/, '')},2)`
    return cellXml(`${columnName(at)}${row}`, { value: numberOf(kind, value ?? 0), style, formula })
  }
}

const closing = '</v></c>'

function textCell(letters: string, style: number, strings: SharedStrings): WriteCell {
  const before = `<c r="${letters}`
  const shared = `" s="${style}" t="s"><v>`
  return (value, row) => {
    if (value === null || value === '') return ''
    const place = strings.placeOf(String(value))
    if (place === null) return cellXml(`${letters}${row}`, { value: String(value), style })
    return before + row + shared + place + closing
  }
}

/** Days and times repeat from row to row: what was worked out last is kept. */
function numberCell(letters: string, style: number, kind: Exclude<ColumnKind, 'text'>): WriteCell {
  const before = `<c r="${letters}`
  const between = `" s="${style}"><v>`
  let lastValue: SheetValue = null
  let last = ''
  return (value, row) => {
    if (value === null) return ''
    if (value !== lastValue) {
      lastValue = value
      last = `${numberOf(kind, value)}`
    }
    return before + row + between + last + closing
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

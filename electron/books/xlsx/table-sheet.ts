import type { Column, Sheet, SheetRow, SheetValue } from '#shared/books/sheets/sheet.ts'
import { columnName, numberOf, type XlsxCell, xmlText } from './cell.ts'
import { cellXml } from './sheet-writer.ts'
import { type LookName, styleOf, totalLook } from './styles.ts'
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
  const cells = columns.map((column, at) => cellOf(column, at, columns))
  writer.row(
    columns.map(({ title }) => ({ value: title, style: styleOf('header') })),
    32,
  )

  return {
    row(values) {
      const row = writer.rows + 1
      let xml = ''
      for (const [at, cell] of cells.entries()) xml += cell(values[at] ?? null, row)
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

/** How one column writes its cells. */
function cellOf(column: Column, at: number, columns: readonly Column[]) {
  const letters = columnName(at)
  const style = styleOf(column.kind satisfies LookName)
  const { kind, made } = column
  if (kind === 'text') {
    const before = `" s="${style}" t="inlineStr"><is><t xml:space="preserve">`
    return (value: SheetValue, row: number): string =>
      value === null || value === ''
        ? ''
        : `<c r="${letters}${row}${before}${xmlText(String(value))}</t></is></c>`
  }
  if (made !== undefined) {
    const terms = made.map(({ sign, key }) => ({
      sign: sign === 1 ? '+' : '-',
      letters: columnName(columns.findIndex((each) => each.key === key)),
    }))
    return (value: SheetValue, row: number): string => {
      const sum = terms
        .map((term) => `${term.sign}${term.letters}${row}`)
        .join('')
        .replace(/^\+/, '')
      return cellXml(`${letters}${row}`, {
        value: numberOf(kind, value ?? 0),
        style,
        formula: `ROUND(${sum},2)`,
      })
    }
  }
  return (value: SheetValue, row: number): string =>
    value === null ? '' : `<c r="${letters}${row}" s="${style}"><v>${numberOf(kind, value)}</v></c>`
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

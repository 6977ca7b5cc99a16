import { join } from 'node:path'
import type { BookAnswer, BookWorld } from '#electron/books/book-world.ts'
import { openTable, type TableLook, type TableTotals } from '#electron/books/xlsx/table-sheet.ts'
import { openWorkbook, type WorkbookWriter } from '#electron/books/xlsx/workbook-writer.ts'
import {
  dayColumns,
  dayRow,
  tenderColumns,
  tenderRows,
  vatColumns,
  vatRows,
} from '#shared/books/sheets/day-sheets.ts'
import type { DayBook } from '#shared/books/sheets/day-sums.ts'
import type { Sheet, SheetRow } from '#shared/books/sheets/sheet.ts'
import { exportWords } from '#shared/i18n/documents/export-words.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import { type AskedDays, askedRange } from './asked-range.ts'
import { linesWriter } from './lines-writer.ts'
import { writeOverview } from './overview.ts'
import { soldIn } from './sold-in.ts'

export interface WorkbookJob extends AskedDays {
  readonly language: ScreenLanguage
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The sales of some days as a workbook (XLSX): an overview that compares what must be equal, daily totals, VAT by day and
 * rate, payments by day, and every ticket line. Written as the ledger is read.
 */
export async function workbook(job: WorkbookJob, world: BookWorld): Promise<BookAnswer> {
  const range = askedRange(job, world)
  const name = `hanout-${range.from}_${range.to}.xlsx`
  const file = join(world.out, name)
  const book = openWorkbook(file)
  try {
    writeSheets(book, job, world)
  } catch (error) {
    book.abandon()
    throw error
  }
  return { kind: 'file', file, name, mediaType: xlsxType, bytes: book.close() }
}

function writeSheets(book: WorkbookWriter, job: WorkbookJob, world: BookWorld): void {
  const { language } = job
  const words = exportWords[language]
  const look: TableLook = { rightToLeft: language === 'ar', total: words.total }
  const lines = linesWriter(book, language, look)
  const sold = soldIn(askedRange(job, world), world, ({ fact, at }) => lines.add(fact.ticket, at))
  const totals = { lines: lines.end(), ...writeDays(book, sold, language, look) }
  writeOverview(book, { ...job, ledger: world.ledger, now: world.now, totals, words })
}

function writeDays(
  book: WorkbookWriter,
  sold: DayBook,
  language: ScreenLanguage,
  look: TableLook,
): { readonly days: TableTotals; readonly vat: TableTotals; readonly tenders: TableTotals } {
  const words = exportWords[language]
  const table = (place: number, sheet: Sheet, rows: Iterable<SheetRow>): TableTotals => {
    const writer = openTable(book, place, sheet, look)
    for (const row of rows) writer.row(row)
    return writer.end()
  }
  const { days } = sold
  const byDay = dayColumns(words)
  const byRate = vatColumns(words)
  const byTender = tenderColumns(words)
  return {
    days: table(
      1,
      { name: words.days, columns: byDay },
      days.map((day) => dayRow(byDay, day)),
    ),
    vat: table(
      2,
      { name: words.vatByDay, columns: byRate },
      days.flatMap((day) => vatRows(byRate, day, words)),
    ),
    tenders: table(
      3,
      { name: words.tendersByDay, columns: byTender },
      days.flatMap((day) => tenderRows(byTender, day, words)),
    ),
  }
}

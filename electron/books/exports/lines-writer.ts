import {
  openTable,
  type TableLook,
  type TableSheet,
  type TableTotals,
} from '#electron/books/xlsx/table-sheet.ts'
import type { WorkbookWriter } from '#electron/books/xlsx/workbook-writer.ts'
import { lineColumns, lineRows } from '#shared/books/sheets/line-sheet.ts'
import type { Ticket } from '#shared/cart/ticket.ts'
import { exportWords } from '#shared/i18n/documents/export-words.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'

/** A sheet holds 1,048,576 rows; its header and its sums are two of them. */
const rowsASheet = 1_000_000

/** Where the first sheet of ticket lines has its tab. */
const firstPlace = 4

export interface LinesWriter {
  add(ticket: Ticket, at: Stamp): void
  /** @returns the sums of each sheet; more than one only where the lines do not go on one */
  end(): readonly TableTotals[]
}

/** The sheets of ticket lines: one, or as many as the rows need. */
export function linesWriter(
  book: WorkbookWriter,
  language: ScreenLanguage,
  look: TableLook,
  mostRows = rowsASheet,
): LinesWriter {
  const words = exportWords[language]
  const columns = lineColumns(words)
  const ended: TableTotals[] = []
  const begin = (): TableSheet => {
    const number = ended.length + 1
    const name = number === 1 ? words.lines : `${words.lines} ${number}`
    return openTable(book, firstPlace + ended.length, { name, columns }, look)
  }
  let sheet = begin()
  let rows = 0
  return {
    add(ticket, at) {
      for (const row of lineRows(ticket, at, language, words)) {
        if (rows === mostRows) {
          ended.push(sheet.end())
          sheet = begin()
          rows = 0
        }
        sheet.row(row)
        rows += 1
      }
    },
    end: () => [...ended, sheet.end()],
  }
}

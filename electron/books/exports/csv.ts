import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { BookAnswer, BookWorld } from '#electron/books/book-world.ts'
import { csvHeader, csvLine } from '#shared/books/sheets/csv.ts'
import { dayColumns, dayRow } from '#shared/books/sheets/day-sheets.ts'
import { lineColumns, lineRows } from '#shared/books/sheets/line-sheet.ts'
import type { Column, SheetRow } from '#shared/books/sheets/sheet.ts'
import { exportWords } from '#shared/i18n/documents/export-words.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import { type AskedDays, askedRange } from './asked-range.ts'
import { soldIn } from './sold-in.ts'
import { encoderOf, type TextEncoding } from './text-encoding.ts'

export interface CsvJob extends AskedDays {
  /** One row a business day, or one a ticket line. */
  readonly rows: 'days' | 'lines'
  readonly language: ScreenLanguage
  readonly encoding: TextEncoding
}

/** Written together, in characters. */
const pieceLength = 65_536

/** A file under way. */
interface CsvFile {
  row(values: SheetRow): void
  /** @returns its bytes, and how many characters its encoding had no letter for */
  end(): { readonly bytes: number; readonly replaced: number }
}

function openCsv(path: string, columns: readonly Column[], encoding: TextEncoding): CsvFile {
  const encoder = encoderOf(encoding)
  const file = openSync(path, 'wx')
  const kinds = columns.map(({ kind }) => kind)
  let bytes = 0
  let waiting = csvHeader(columns.map(({ title }) => title))
  const write = (piece: Uint8Array): void => {
    for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at)
    bytes += piece.length
  }
  const flush = (): void => {
    write(encoder.encode(waiting))
    waiting = ''
  }
  write(encoder.mark)
  return {
    row(values) {
      waiting += csvLine(kinds, values)
      if (waiting.length >= pieceLength) flush()
    },
    end() {
      flush()
      closeSync(file)
      return { bytes, replaced: encoder.replaced }
    },
  }
}

/**
 * The sales of some days as CSV, for programs that take no workbook: `;` between columns, a decimal comma, days as
 * `YYYY-MM-DD`. What the encoding has no letter for stands as `?` and is counted in the answer.
 */
export async function csv(job: CsvJob, world: BookWorld): Promise<BookAnswer> {
  const { language, encoding, rows } = job
  const range = askedRange(job, world)
  const words = exportWords[language]
  const name = `hanout-${rows}-${range.from}_${range.to}.csv`
  const file = join(world.out, name)
  const days = dayColumns(words)
  const out = openCsv(file, rows === 'days' ? days : lineColumns(words), encoding)
  const sold = soldIn(range, world, ({ fact, at }) => {
    if (rows === 'lines') for (const row of lineRows(fact.ticket, at, language, words)) out.row(row)
  })
  if (rows === 'days') for (const day of sold.days) out.row(dayRow(days, day))
  return { kind: 'file', file, name, mediaType: `text/csv; charset=${encoding}`, ...out.end() }
}

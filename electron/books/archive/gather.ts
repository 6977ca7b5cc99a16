import type { BookReads, ClosingRow } from '#electron/ledger/books-handles.ts'
import type { ArchiveTotals, Manifest } from '#shared/archive/manifest.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import { ArchiveSums } from './archive-sums.ts'
import type { MonthStretch } from './month-stretch.ts'
import { type SealedFile, sealedFile } from './sealed-file.ts'
import { ticketTables } from './ticket-tables.ts'

/** What an archive holds besides the journal itself; plain values, to be told from thread to thread. */
export interface Gathered {
  /** Those made of tickets, in the order of the archive. */
  readonly tables: readonly SealedFile[]
  readonly tickets: Manifest['tickets']
  readonly totals: ArchiveTotals
  readonly closings: readonly ClosingRow[]
}

/** Reads the tickets and closings of a stretch, and packs the tables. */
export function gather(
  ledger: Pick<BookReads, 'entriesBetween'>,
  { first, last }: Pick<MonthStretch, 'first' | 'last'>,
): Gathered {
  const { add, tickets, lines, vat, tenders } = ticketTables()
  const sums = new ArchiveSums()
  const closings: ClosingRow[] = []
  const kinds = ['saleCompleted', 'refundCompleted', 'periodClosed'] as const
  for (const { fact, seq, at, hash } of ledger.entriesBetween(first as Seq, last as Seq, kinds))
    if (fact.kind === 'periodClosed') closings.push({ seq, closing: fact.closing, signed: fact.signed })
    else {
      add({ ticket: fact.ticket, seq, hash, at })
      sums.add(fact.ticket)
    }
  return {
    tables: [
      sealedFile('tickets.csv', tickets.bytes()),
      sealedFile('lines.csv', lines.bytes()),
      sealedFile('vat.csv', vat.bytes()),
      sealedFile('tenders.csv', tenders.bytes()),
    ],
    tickets: sums.tickets(),
    totals: sums.totals(),
    closings,
  }
}

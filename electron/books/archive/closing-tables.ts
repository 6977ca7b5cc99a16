import type { ClosingRow } from '#electron/ledger/books-handles.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { isoLocal } from '#shared/kernel/stamp.ts'
import { CsvTable } from './csv-table.ts'

const names = (
  'period number of first_day last_day closed_at by first_entry last_entry head first_ticket last_ticket sales ' +
  'sales_amount refunds refunds_amount gross absolute discounts rounding drawer_expected drawer_counted ' +
  'drawer_difference grand_total absolute_total restores key signature'
).split(' ')

/** `closings.csv`: what people read; the whole of each, as it was signed, is in `closings.jsonl`. */
export function closingTable(rows: readonly ClosingRow[]): CsvTable {
  const table = new CsvTable(names)
  for (const { closing, signed } of rows) {
    const { figures } = closing
    table
      .word(closing.period)
      .whole(closing.number)
      .word(closing.of)
      .word(closing.days.first)
      .word(closing.days.last)
      .word(isoLocal(closing.closedAt))
      .text(closing.by)
      .whole(closing.entries.first)
      .whole(closing.entries.last)
      .word(closing.head)
      .word(String(closing.tickets?.first ?? ''))
      .word(String(closing.tickets?.last ?? ''))
      .whole(figures.sales.count)
      .money(figures.sales.amount)
      .whole(figures.refunds.count)
      .money(figures.refunds.amount)
      .money(figures.gross)
      .money(figures.absolute)
      .money(figures.discounts)
      .money(figures.rounding)
      .money(figures.drawer.expected)
      .money(figures.drawer.counted)
      .money(figures.drawer.difference)
      .money(closing.grandTotal)
      .money(closing.absoluteTotal)
      .whole(closing.restores)
      .word(signed?.publicKey ?? '')
      .word(signed?.signature ?? '')
      .endRow()
  }
  return table
}

/** `{"fact":{…},"seq":12}` a line: the fact is the journal's own, to the byte. */
export const closingLines = (rows: readonly ClosingRow[]): string =>
  rows
    .map(({ seq, closing, signed }) =>
      canonicalJson({ seq, fact: { kind: 'periodClosed', closing, signed } }).concat('\n'),
    )
    .join('')

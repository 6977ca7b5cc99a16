import type { Database } from 'better-sqlite3'
import { fold } from '#shared/catalogue/fold.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { TicketQuery, TicketSummary } from '../handles.ts'
import type { TicketRecord } from './tickets.ts'

// How many items of a name are followed into past tickets: a word that fits more says too little to search by.
const mostItems = 200
const largestNumber = 999_999_999_999

const digits = /^\d{1,12}$/

/** Past tickets, newest first: by number, by what was sold, by the end of the card. */
export function ticketList(
  db: Database,
  skusOf: (text: string, limit: number) => readonly string[],
): { list(query: TicketQuery): readonly TicketSummary[] } {
  const newest = db.prepare<[number, number], TicketRecord>(
    'SELECT * FROM tickets WHERE number < ? ORDER BY number DESC LIMIT ?',
  )
  const between = db
    .prepare<[number, number, number, number], number>(
      'SELECT number FROM tickets WHERE number >= ? AND number < ? AND number < ? ORDER BY number DESC LIMIT ?',
    )
    .pluck()
  const byCard = db
    .prepare<[string, number, number], number>(
      'SELECT ticket FROM tenders WHERE last4 = ? AND ticket IS NOT NULL AND ticket < ? ORDER BY ticket DESC LIMIT ?',
    )
    .pluck()
  const bySku = db
    .prepare<[string, number, number], number>(
      'SELECT DISTINCT ticket FROM lines WHERE sku = ? AND ticket IS NOT NULL AND ticket < ? ORDER BY ticket DESC LIMIT ?',
    )
    .pluck()
  const one = db.prepare<[number], TicketRecord>('SELECT * FROM tickets WHERE number = ?')

  /** Numbers that begin with what was typed: 12, 120…129, 1200…1299 and so on. */
  function numbersBeginning(typed: string, before: number, limit: number): readonly number[] {
    const numbers: number[] = []
    if (typed.startsWith('0')) return numbers
    for (let from = Number(typed), width = 1; from < before && from <= largestNumber; from *= 10, width *= 10)
      numbers.push(...between.all(from, from + width, before, limit))
    return numbers
  }

  return {
    list({ text, before, limit }) {
      const below = before ?? largestNumber
      const typed = text.trim()
      if (typed === '') return newest.all(below, limit).map(summaryOf)
      const numbers = new Set<number>()
      const typedDigits = fold(typed)
      if (digits.test(typedDigits)) {
        for (const number of numbersBeginning(typedDigits, below, limit)) numbers.add(number)
        if (typedDigits.length === 4)
          for (const number of byCard.all(typedDigits, below, limit)) numbers.add(number)
      }
      for (const sku of new Set([typed, ...skusOf(typed, mostItems)]))
        for (const number of bySku.all(sku, below, limit)) numbers.add(number)
      return [...numbers]
        .sort((a, b) => b - a)
        .slice(0, limit)
        .flatMap((number) => one.all(number))
        .map(summaryOf)
    },
  }
}

const summaryOf = (row: TicketRecord): TicketSummary => ({
  number: row.number as TicketNumber,
  kind: row.kind,
  at: { utcMs: row.utc_ms, offsetMinutes: row.offset_minutes },
  cashier: row.cashier,
  gross: dirham(row.gross),
  tenders: row.tenders === '' ? [] : row.tenders.split(','),
  refundOf: row.refund_of as TicketNumber | null,
})

import type { BookReads } from '#electron/ledger/books-handles.ts'
import type { BesideTickets } from '#shared/books/reports/report.ts'
import { dayAfter } from '#shared/books/reports/span.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { add, type Dirham, zero } from '#shared/money/amount.ts'

/** Days that are shown together, and fewest that say anything. */
const shown = 14
const fewest = 3

/** What the days before one came to by the closings of their shifts, and the day itself. */
export function recentDays(
  ledger: Pick<BookReads, 'closingsIn'>,
  day: BusinessDay,
  net: Dirham,
): BesideTickets['recent'] {
  const sums = new Map<BusinessDay, Dirham>()
  const range = { from: dayAfter(day, 1 - shown), to: dayAfter(day, -1) }
  for (const { closing } of ledger.closingsIn('shift', range)) {
    const { first } = closing.days
    sums.set(first, add(sums.get(first) ?? zero, closing.figures.gross))
  }
  const days = [...sums].map(([of, sum]) => ({ day: of, net: sum })).sort((a, b) => (a.day < b.day ? -1 : 1))
  return days.length + 1 < fewest ? [] : [...days, { day, net }]
}

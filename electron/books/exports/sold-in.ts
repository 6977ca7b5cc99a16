import type { BookWorld } from '#electron/books/book-world.ts'
import type { BookEntry } from '#electron/ledger/books-handles.ts'
import { DayBook } from '#shared/books/sheets/day-sums.ts'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'

/** Finished sales and refunds. */
export type TicketEntry = BookEntry<FactOf<'saleCompleted' | 'refundCompleted'>>

/** Between two words about how far the walk is. */
const ticketsAStep = 20

/**
 * Walks over every ticket of some days, in the order they were made, and adds them up by day.
 * @param each what else is done with a ticket
 */
export function soldIn(
  range: DayRange,
  { ledger, progress }: Pick<BookWorld, 'ledger' | 'progress'>,
  each: (entry: TicketEntry) => void,
): DayBook {
  const days = new DayBook()
  const shifts = ledger.shiftsOn(range)
  const head = ledger.head()?.seq
  const first = shifts[0]?.opened
  if (head === undefined || first === undefined) return days
  const entries = (shifts.at(-1)?.closed ?? head) - first
  let tickets = 0
  for (const shift of shifts) {
    days.openShift(shift.businessDay, ledger.closingOf('shift', shift.shiftId)?.closing.number ?? null)
    const through = shift.closed ?? head
    for (const entry of ledger.entriesBetween(shift.opened, through, ['saleCompleted', 'refundCompleted'])) {
      days.add(entry.fact.ticket)
      each(entry)
      if (++tickets % ticketsAStep === 0) progress(entry.seq - first, entries)
    }
  }
  return days
}

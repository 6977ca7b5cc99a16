import type { BookReads, BookShift } from '#electron/ledger/books-handles.ts'
import type { DatedTicket } from '#shared/books/reports/report-of.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'
import type { Seq } from '#shared/kernel/ids.ts'

/** What the walk needs of a ledger. */
export type WalkedLedger = Pick<BookReads, 'shiftsOn' | 'entriesBetween'> & {
  head(): { readonly seq: Seq } | null
}

interface WalkedTicket extends DatedTicket {
  readonly seq: Seq
}

/** Tickets of one shift, in order. @param after only of later entries */
export function* ticketsOfShift(
  ledger: WalkedLedger,
  shift: BookShift,
  after = 0 as Seq,
): Generator<WalkedTicket, void, void> {
  const from = Math.max(shift.opened, after + 1) as Seq
  const through = shift.closed ?? ledger.head()?.seq
  if (through === undefined || through < from) return
  const kinds = ['saleCompleted', 'refundCompleted'] as const
  for (const { seq, at, fact } of ledger.entriesBetween(from, through, kinds))
    yield { seq, at, ticket: fact.ticket }
}

/** Tickets of business days, one at a time. */
export function* ticketsOn(
  ledger: WalkedLedger,
  range: DayRange,
  onShift: (done: number, of: number) => void = () => undefined,
): Generator<DatedTicket, void, void> {
  const shifts = ledger.shiftsOn(range)
  for (const [place, shift] of shifts.entries()) {
    yield* ticketsOfShift(ledger, shift)
    onShift(place + 1, shifts.length)
  }
}

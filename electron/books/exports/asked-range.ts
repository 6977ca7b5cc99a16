import type { BookWorld } from '#electron/books/book-world.ts'
import { BooksRefused } from '#electron/books/book-world.ts'
import { type DayRange, dayRange } from '#shared/kernel/day-range.ts'
import { localDay } from '#shared/kernel/stamp.ts'

/** Business days as somebody asked for them, both included; not yet checked. */
export interface AskedDays {
  /** `YYYY-MM-DD` */
  readonly from: string
  readonly to: string
}

/**
 * The days asked for.
 * @throws BooksRefused `badRange`, `rangeInFuture`
 */
export function askedRange(
  { from, to }: AskedDays,
  { ledger, now }: Pick<BookWorld, 'ledger' | 'now'>,
): DayRange {
  const wallClock = localDay(now)
  // After a clock was put back, the day that is traded may be later than the clock's.
  const traded = ledger.openShift()?.businessDay ?? wallClock
  const range = dayRange(from, to, traded > wallClock ? traded : wallClock)
  if (!range.ok) throw new BooksRefused(range.error)
  return range.value
}

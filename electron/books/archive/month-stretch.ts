import type { BookReads, ClosingRow } from '#electron/ledger/books-handles.ts'
import type { ReadLedger } from '#electron/ledger/handles.ts'
import { type DayRange, daysOf } from '#shared/kernel/day-range.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { businessDayNow, type Stamp } from '#shared/kernel/stamp.ts'
import { BooksRefused } from '../book-world.ts'

/** What of a till's journal belongs to a month. */
export interface MonthStretch {
  /** `2026-11` */
  readonly month: string
  readonly days: DayRange
  /** Entries: from the opening of its first shift to the Z of its last, or the newest while one is open. */
  readonly first: number
  readonly last: number
  /** Whether it is over and all its shifts are closed. */
  readonly complete: boolean
  /** The closing of the month itself, where it was made; its entry may lie behind the stretch. */
  readonly closing: ClosingRow | null
}

/**
 * Finds the stretch of a month, or of the days of a month up to one.
 * @throws BooksRefused `badRange` for days that do not begin with a month or pass its end, `nothingToClose` where no shift
 * was opened
 */
export function monthStretch(
  ledger: Pick<ReadLedger, 'head' | 'openShift'> & Pick<BookReads, 'shiftsOn' | 'closingOf'>,
  { from, to }: DayRange,
  now: Stamp,
): MonthStretch {
  const month = from.slice(0, 7)
  const whole = daysOf(month)
  if (from !== whole.from || to < from || to > whole.to) throw new BooksRefused(refuse('badRange'))
  const shifts = ledger.shiftsOn({ from, to })
  const head = ledger.head()
  if (shifts.length === 0 || head === null) throw new BooksRefused(refuse('nothingToClose'))
  const ends = shifts.map(({ shiftId, closed }) =>
    closed === null ? head.seq : Math.max(closed, ledger.closingOf('shift', shiftId)?.seq ?? 0),
  )
  const over = to === whole.to && businessDayNow(ledger.openShift(), now) > to
  return {
    month,
    days: { from, to },
    first: Math.min(...shifts.map(({ opened }) => opened)),
    last: Math.max(...ends),
    complete: over && shifts.every(({ closed }) => closed !== null),
    closing: ledger.closingOf('month', month),
  }
}

import type { BookReads, BookShift, ClosingRow } from '#electron/ledger/books-handles.ts'
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
  /**
   * Entries: from behind the last shift before it (of a till's first month from the first entry on) to the Z of its last, or
   * the newest while one is open. So every entry is in one month, and each month is chained to the one before.
   */
  readonly first: number
  readonly last: number
  /** Whether it is over and all its shifts are closed. */
  readonly complete: boolean
  /** The closing of the month itself, where it was made; its entry may lie behind the stretch. */
  readonly closing: ClosingRow | null
}

const always = { from: '0000-01-01', to: '9999-12-31' } as const

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
  const endOf = ({ shiftId, closed }: BookShift): number =>
    closed === null ? head.seq : Math.max(closed, ledger.closingOf('shift', shiftId)?.seq ?? 0)
  const opened = Math.min(...shifts.map((shift) => shift.opened))
  // Of the shifts before it the last one counts; a day that was set back may stand anywhere among them.
  const before = ledger.shiftsOn(always).filter((shift) => shift.opened < opened)
  const last = before.toSorted((a, b) => a.opened - b.opened).at(-1)
  const over = to === whole.to && businessDayNow(ledger.openShift(), now) > to
  return {
    month,
    days: { from, to },
    first: last === undefined ? 1 : endOf(last) + 1,
    last: Math.max(...shifts.map(endOf)),
    complete: over && shifts.every(({ closed }) => closed !== null),
    closing: ledger.closingOf('month', month),
  }
}

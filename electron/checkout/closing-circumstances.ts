import type { ReadLedger } from '#electron/ledger/handles.ts'
import { type ClosedBy, duePeriodsOf, PeriodCloser } from '#electron/ledger/period-closings.ts'
import { momentNow, shiftStretch } from '#electron/ledger/shift-stretch.ts'
import type { ShopKey } from '#electron/platform/shop-key.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { Circumstances } from '#shared/checkout/step.ts'
import type { Closing, PreparedClosing } from '#shared/closing/closing.ts'
import { countHolds } from '#shared/closing/drawer-count.ts'
import { isOver, yearOf } from '#shared/closing/taking-in.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { type Refusal, refuse } from '#shared/kernel/refusal.ts'

type ClosingCircumstances = Pick<Circumstances, 'closing' | 'closingRefusal' | 'dueClosings'>
type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>

export interface ClosingWorld {
  readonly ledger: ReadLedger
  /** What closings are signed with; `null`: nothing can be used, and they go unsigned. */
  readonly key: () => ShopKey | null
}

const nothing: ClosingCircumstances = { closing: null, closingRefusal: null, dueClosings: [] }

/** What the machine may need to know to close a shift, a month or a year: only those commands cost anything. */
export function closingCircumstances(
  world: ClosingWorld,
  command: Command | null,
  closed: ClosedBy,
): ClosingCircumstances {
  switch (command?.type) {
    case 'closeShift':
      return { ...nothing, closing: shiftClosing(world, command, closed) }
    case 'closePeriod':
      return periodClosing(world, command, closed)
    case 'openShift':
      if (world.ledger.openShift() !== null) return nothing
      return { ...nothing, dueClosings: dueClosings(world, closed) }
    default:
      return nothing
  }
}

function shiftClosing(
  { ledger, key }: ClosingWorld,
  { counted, count = null }: CommandOf<'closeShift'>,
  { at, by }: ClosedBy,
): PreparedClosing | null {
  const open = ledger.openShift()
  if (open === null || counted < 0 || !countHolds(count, counted)) return null
  // A key that is made now writes an entry of its own: before the chain's head is read.
  const signing = key()
  const { businessDay: day, shiftId } = open
  const shift = ledger.shiftsOn({ from: day, to: day }).find((each) => each.shiftId === shiftId)
  const head = ledger.head()
  if (shift === undefined || head === null) return null
  const stretch = shiftStretch(ledger, shift, { count: { counted, pieces: count }, ...momentNow(ledger) })
  const closing: Closing = {
    version: 1,
    period: 'shift',
    number: ledger.lastClosingNumber('shift') + 1,
    of: shiftId,
    days: { first: day, last: day },
    till: ledger.tillId,
    closedAt: at,
    by,
    entries: { first: shift.opened, last: head.seq },
    head: head.hash,
    ...stretch,
    grandTotal: ledger.grandTotal(),
    absoluteTotal: ledger.absoluteTotal(),
    restores: ledger.restores().length,
  }
  return prepared(closing, signing)
}

function periodClosing(
  { ledger, key }: ClosingWorld,
  { period, of }: CommandOf<'closePeriod'>,
  closed: ClosedBy,
): ClosingCircumstances {
  const refused = (refusal: Refusal): ClosingCircumstances => ({ ...nothing, closingRefusal: refusal })
  const open = ledger.openShift()?.businessDay.startsWith(of) ?? false
  if (open || !isOver(of, closed.at)) return refused(refuse('periodNotOver'))
  if (ledger.closingOf(period, of) !== null) return refused(refuse('periodClosed'))
  const closer = new PeriodCloser(ledger, closed)
  const months = duePeriodsOf(ledger, closed.at).months.filter((month) => yearOf(month) === of)
  const before = period === 'month' ? [] : months.flatMap((month) => closer.month(month) ?? [])
  const closing = period === 'month' ? closer.month(of) : closer.year(of)
  if (closing === null) return refused(refuse('nothingToClose'))
  const signing = key()
  return {
    closing: prepared(closing, signing),
    closingRefusal: null,
    dueClosings: before.map((month) => prepared(month, signing)),
  }
}

/**
 * Most tickets read again when a shift opens, of days before closings were kept: about a second's work. A long history is
 * closed month by month over as many mornings.
 */
const mostReread = 30_000

function dueClosings({ ledger, key }: ClosingWorld, closed: ClosedBy): readonly PreparedClosing[] {
  const due = duePeriodsOf(ledger, closed.at)
  if (due.months.length === 0 && due.years.length === 0) return []
  const closer = new PeriodCloser(ledger, closed)
  const made: Closing[] = []
  const left = new Set(due.months)
  for (const month of due.months) {
    if (closer.reread >= mostReread) break
    const closing = closer.month(month)
    if (closing !== null) made.push(closing)
    left.delete(month)
  }
  const whole = due.years.filter((year) => ![...left].some((month) => yearOf(month) === year))
  for (const year of whole) {
    const closing = closer.year(year)
    if (closing !== null) made.push(closing)
  }
  const signing = made.length === 0 ? null : key()
  return made.map((closing) => prepared(closing, signing))
}

const prepared = (closing: Closing, key: ShopKey | null): PreparedClosing => ({
  closing,
  signed: key && { publicKey: key.publicKey, signature: key.sign(canonicalJson(closing)) },
})

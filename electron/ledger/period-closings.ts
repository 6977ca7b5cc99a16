import type { Closing } from '#shared/closing/closing.ts'
import type { ClosingFigures } from '#shared/closing/closing-figures.ts'
import { emptyFigures, mergeFigures } from '#shared/closing/merge-figures.ts'
import { duePeriods, type Made, monthOf, partsOf, yearOf } from '#shared/closing/taking-in.ts'
import type { Seq, TicketNumber } from '#shared/kernel/ids.ts'
import { localDay, type Stamp } from '#shared/kernel/stamp.ts'
import { add, zero } from '#shared/money/amount.ts'
import type { BookShift } from './books-handles.ts'
import type { ReadLedger } from './handles.ts'
import { shiftStretch } from './shift-stretch.ts'

/** Who closes, and when. */
export interface ClosedBy {
  readonly at: Stamp
  readonly by: string
}

/** What a shift or a month brings to the period that takes it in. */
type Brought = Pick<Closing, 'days' | 'entries' | 'head' | 'tickets' | 'figures'>

interface MadeClosing extends Made {
  readonly closing: Closing
}

const always = { from: '0000-01-01', to: '9999-12-31' } as const

/** Shifts that are over. Some hundreds a year. */
const closedShifts = (ledger: ReadLedger) =>
  ledger
    .shiftsOn(always)
    .flatMap((shift) =>
      shift.closed === null
        ? []
        : [{ shift, closed: shift.closed, home: monthOf(shift.businessDay), over: shift.closed as number }],
    )

const madeOf = (ledger: ReadLedger, period: 'month' | 'year'): readonly MadeClosing[] =>
  ledger.closingsIn(period, always).map(({ seq, closing }) => ({ of: closing.of, seq, closing }))

const monthParts = (months: readonly MadeClosing[]) =>
  months.map((month) => ({ ...month, home: yearOf(month.of), over: month.seq }))

/** Months and years that are over, not closed and had a shift, each kind oldest first. */
export function duePeriodsOf(
  ledger: ReadLedger,
  at: Stamp,
): { readonly months: readonly string[]; readonly years: readonly string[] } {
  const today = localDay(at)
  const shifts = closedShifts(ledger)
  const months = duePeriods(shifts, madeOf(ledger, 'month'), monthOf(today))
  const ofYears = shifts.map(({ shift, over }) => ({ home: yearOf(shift.businessDay), over }))
  return { months, years: duePeriods(ofYears, madeOf(ledger, 'year'), yearOf(today)) }
}

/**
 * Makes closings of months and years one after the other, each knowing those made before it in the same breath.
 */
export class PeriodCloser {
  /** Tickets that had to be read again, of shifts closed before closings were kept. */
  reread = 0
  readonly #ledger: ReadLedger
  readonly #by: ClosedBy
  readonly #months: MadeClosing[]
  readonly #years: MadeClosing[]
  /** What has no entry yet comes after all that has. */
  #next = Number.MAX_SAFE_INTEGER - 10_000

  constructor(ledger: ReadLedger, by: ClosedBy) {
    this.#ledger = ledger
    this.#by = by
    this.#months = [...madeOf(ledger, 'month')]
    this.#years = [...madeOf(ledger, 'year')]
  }

  /** @returns `null`: no shift of it is over, or it was closed */
  month(of: string): Closing | null {
    const shifts = partsOf(of, closedShifts(this.#ledger), this.#months)
    return this.#close(
      'month',
      of,
      shifts.map(({ shift, closed }) => this.#brought(shift, closed)),
    )
  }

  /** Of its months, which are to be closed first. @returns `null`: none is, or it was closed */
  year(of: string): Closing | null {
    const months = partsOf(of, monthParts(this.#months), this.#years)
    return this.#close(
      'year',
      of,
      months.map(({ closing }) => closing),
    )
  }

  #close(period: 'month' | 'year', of: string, parts: readonly Brought[]): Closing | null {
    const made = period === 'month' ? this.#months : this.#years
    const last = parts.toSorted((a, b) => a.entries.last - b.entries.last).at(-1)
    if (last === undefined || made.some((each) => each.of === of)) return null
    const days = parts.flatMap((part) => [part.days.first, part.days.last]).sort()
    const tickets = parts.flatMap(({ tickets: each }) => (each === null ? [] : [each.first, each.last]))
    const figures = parts.map((part) => part.figures).reduce(mergeFigures, emptyFigures)
    const before = made.at(-1)?.closing
    const closing: Closing = {
      version: 1,
      period,
      number: (before?.number ?? 0) + 1,
      of,
      days: { first: days[0] ?? '', last: days.at(-1) ?? '' },
      till: this.#ledger.tillId,
      closedAt: this.#by.at,
      by: this.#by.by,
      entries: {
        first: Math.min(...parts.map(({ entries }) => entries.first)) as Seq,
        last: last.entries.last,
      },
      head: last.head,
      tickets:
        tickets.length === 0
          ? null
          : { first: Math.min(...tickets) as TicketNumber, last: Math.max(...tickets) as TicketNumber },
      figures,
      notes: null,
      // Of the closing before it and its own, so that each says what all up to it come to, whenever it is made.
      grandTotal: add(before?.grandTotal ?? zero, figures.gross),
      absoluteTotal: add(before?.absoluteTotal ?? zero, figures.absolute),
      restores: this.#ledger.restores().length,
    }
    this.#next += 1
    made.push({ of, seq: this.#next, closing })
    return closing
  }

  #brought(shift: BookShift, closed: Seq): Brought {
    const ledger = this.#ledger
    const [end] = ledger.entriesBetween(closed, closed, ['shiftClosed'])
    const stretch = {
      days: { first: shift.businessDay, last: shift.businessDay },
      entries: { first: shift.opened, last: closed },
      head: end?.hash ?? '',
    }
    const own = ledger.closingOf('shift', shift.shiftId)
    if (own !== null) return { ...stretch, tickets: own.closing.tickets, figures: own.closing.figures }
    const { tickets, figures } = shiftStretch(ledger, shift)
    this.reread += ticketsIn(figures)
    return { ...stretch, tickets, figures }
  }
}

const ticketsIn = ({ sales, refunds }: ClosingFigures): number => sales.count + refunds.count

import type { Closing } from '#shared/closing/closing.ts'
import type { ClosedStretch } from '#shared/closing/closing-figures-of.ts'
import { emptyFigures, mergeFigures } from '#shared/closing/merge-figures.ts'
import { monthOf, type Part, partsOf, yearOf } from '#shared/closing/taking-in.ts'
import { add, zero } from '#shared/money/amount.ts'

type Brought = Pick<Closing, 'days' | 'entries' | 'head' | 'tickets' | 'figures'>

interface SeenPart extends Part {
  brought(): Brought
  /** Whether its figures stand in a closing of its own. */
  readonly closed: boolean
}

interface MadeClosing {
  readonly of: string
  readonly seq: number
  readonly closing: Closing
  readonly known: boolean
}

/** What months and years take in, while the journal is replayed. @param hashAt of an entry */
export function periodsSeen(hashAt: (seq: number) => string): {
  shiftOver(
    day: string,
    opened: number,
    closed: number,
    found: () => Pick<ClosedStretch, 'figures' | 'tickets'>,
    hasZ: boolean,
  ): void
  /** What the closing of a month or a year must say that is written as entry `seq`. */
  closing(closing: Closing, seq: number): Partial<Closing>
} {
  const shifts: SeenPart[] = []
  const months: MadeClosing[] = []
  const years: MadeClosing[] = []

  const monthParts = (): readonly SeenPart[] =>
    months.map(({ of, seq, closing, known }) => ({
      home: yearOf(of),
      over: seq,
      brought: () => closing,
      closed: known,
    }))

  return {
    shiftOver(day, opened, closed, found, hasZ) {
      const entries = { first: opened, last: closed } as Closing['entries']
      const brought = (): Brought => {
        const { figures, tickets } = found()
        return { days: { first: day, last: day }, entries, head: hashAt(closed), tickets, figures }
      }
      shifts.push({ home: monthOf(day), over: closed, brought, closed: hasZ })
    },
    closing(closing, seq) {
      const { of, period } = closing
      const made = period === 'month' ? months : years
      const parts = partsOf(of, period === 'month' ? shifts : monthParts(), made)
      const due = mergedOf(
        parts.map(({ brought }) => brought()),
        made.at(-1)?.closing,
      )
      const known = parts.every(({ closed }) => closed)
      made.push({ of, seq, closing, known })
      if (known) return due
      // What an acquirer told of a shift without a Z is read when its month is closed, and may have changed since.
      const { terminals: _, ...figures } = due.figures ?? emptyFigures
      return { ...due, figures: figures as Closing['figures'] }
    },
  }
}

function mergedOf(parts: readonly Brought[], before: Closing | undefined): Partial<Closing> {
  const last = parts.toSorted((a, b) => a.entries.last - b.entries.last).at(-1)
  const days = parts.flatMap((part) => [part.days.first, part.days.last]).sort()
  const tickets = parts.flatMap((part) =>
    part.tickets === null ? [] : [part.tickets.first, part.tickets.last],
  )
  const figures = parts.map((part) => part.figures).reduce(mergeFigures, emptyFigures)
  return {
    days: { first: days[0] ?? '', last: days.at(-1) ?? '' },
    entries: {
      first: Math.min(...parts.map(({ entries }) => entries.first)),
      last: last?.entries.last ?? 0,
    } as Closing['entries'],
    head: last?.head ?? '',
    tickets:
      tickets.length === 0
        ? null
        : ({ first: Math.min(...tickets), last: Math.max(...tickets) } as Closing['tickets']),
    figures,
    notes: null,
    grandTotal: add(before?.grandTotal ?? zero, figures.gross),
    absoluteTotal: add(before?.absoluteTotal ?? zero, figures.absolute),
  }
}

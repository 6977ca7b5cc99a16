import type { Fact, FactKind, FactOf } from '../../checkout/fact.ts'
import type { AttemptId } from '../../kernel/ids.ts'
import { type BusinessDay, localDay, type Stamp } from '../../kernel/stamp.ts'
import type { Dirham } from '../../money/amount.ts'
import { cashEntries, ownerPaymentEntry, type ShiftHead } from './cash-entries.ts'
import type { Chart } from './chart.ts'
import { entryOf, type JournalEntry, newSheet, post } from './journal-entry.ts'
import { cardLabel, postTicket } from './ticket-postings.ts'

/** Kinds of facts that a shift is booked from; no other needs to be read. */
export const bookedKinds = [
  'shiftOpened',
  'shiftClosed',
  'saleCompleted',
  'refundCompleted',
  'cashMoved',
  'ownerPaid',
  'attemptStarted',
  'attemptApproved',
] as const satisfies readonly FactKind[]

/** A shift on its way into the journal: its facts in order, then its entries. Holds sums, never tickets. */
export interface ShiftBook {
  add(fact: Fact, at: Stamp): void
  /**
   * @param piece of its Z
   * @param previousCount as `cashEntries` takes it
   * @throws Error for a shift that was not closed
   */
  entries(piece: string, previousCount: Dirham | null): readonly JournalEntry[]
  /** As it was counted; `null` before it was closed. */
  counted(): Dirham | null
}

/** Attempts that are money in no ticket: test charges, and what undoes them. */
const isTest = ({ purpose, givesBack }: FactOf<'attemptStarted'>): boolean =>
  purpose === 'test' || (purpose === 'void' && givesBack === undefined)

export function shiftBook(chart: Chart): ShiftBook {
  const sales = newSheet()
  const purchases = newSheet()
  const tests = newSheet()
  const started = new Map<AttemptId, FactOf<'attemptStarted'>>()
  const moves: FactOf<'cashMoved'>[] = []
  const payments: FactOf<'ownerPaid'>[] = []
  let opened: FactOf<'shiftOpened'> | null = null
  let closed: { readonly fact: FactOf<'shiftClosed'>; readonly on: BusinessDay } | null = null
  const terminalOf = (attempt: AttemptId): string | null => started.get(attempt)?.terminal ?? null

  function addTest(attempt: FactOf<'attemptStarted'>): void {
    const { terminal, amount, purpose } = attempt
    const signed = purpose === 'test' ? amount : -amount
    post(tests, chart.card(terminal), cardLabel(chart, terminal), signed)
    post(tests, chart.place('suspenseIn'), chart.words.test, -signed)
  }

  function head(piece: string): ShiftHead {
    if (opened === null || closed === null) throw new Error('a shift is booked once it is closed')
    const date = opened.businessDay
    return { date, validatedOn: closed.on > date ? closed.on : date, piece }
  }

  return {
    add(fact, at) {
      switch (fact.kind) {
        case 'shiftOpened':
          opened = fact
          break
        case 'shiftClosed':
          closed = { fact, on: localDay(at) }
          break
        case 'saleCompleted':
        case 'refundCompleted':
          postTicket({ chart, sales, purchases, terminalOf }, fact.ticket)
          break
        case 'cashMoved':
          moves.push(fact)
          break
        case 'ownerPaid':
          // One that is of no shift is booked by itself, also where a shift was open.
          if (fact.shiftId !== null) payments.push(fact)
          break
        case 'attemptStarted':
          started.set(fact.attemptId, fact)
          break
        case 'attemptApproved': {
          const attempt = started.get(fact.attemptId)
          if (attempt !== undefined && isTest(attempt)) addTest(attempt)
          break
        }
        default:
      }
    },
    counted: () => closed?.fact.drawer.counted ?? null,
    entries(piece, previousCount) {
      const own = head(piece)
      const { words } = chart
      const drawer = closed?.fact.drawer
      if (opened === null || drawer === undefined) throw new Error('a shift is booked once it is closed')
      const paid = payments.map((payment, at) =>
        ownerPaymentEntry(chart, payment, `${piece}-P${at + 1}`, own.validatedOn),
      )
      const made = [
        entryOf({ ...own, journal: 'VTE', label: `${words.day} ${piece}` }, sales),
        entryOf({ ...own, journal: 'OD', label: `${words.owners} ${piece}` }, purchases),
        entryOf({ ...own, journal: 'OD', piece: `${piece}-T`, label: `${words.test} ${piece}` }, tests),
        ...cashEntries(chart, own, {
          float: opened.float,
          previousCount,
          moves,
          ownerPayments: payments,
          difference: drawer.difference,
        }),
        ...paid,
      ]
      return made.filter((entry) => entry !== null)
    },
  }
}

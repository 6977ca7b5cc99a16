import type { Ticket } from '../cart/ticket.ts'
import { isShelfSku } from '../catalogue/off-shelf.ts'
import type { Fact, FactOf } from '../checkout/fact.ts'
import {
  type ClosingTally,
  newClosingTally,
  type TallyLookups,
  tallyEntry,
} from '../closing/closing-tally.ts'
import type { AttemptId } from '../kernel/ids.ts'
import { newStockTally, type StockTally, tallyStock } from './stock-tally.ts'
import { signOf } from './ticket-sums.ts'

type Outcome = 'approved' | 'declined' | 'unknown'

/** Running sums of a day, in minor units; filled fact by fact. */
export interface Tally {
  /** What a closing of the day would say. */
  readonly closing: ClosingTally
  grandTotal: number
  acquirer: number
  marketplace: number
  readonly stock: StockTally
  /** Skus that were in a ticket of the day. */
  readonly touched: Map<string, true>
  /** Payment attempts of the day. */
  readonly attempts: Map<AttemptId, Outcome>
  /** Attempts that are no payment: refunds, voids and tests, since the till's first day. */
  readonly errands: Set<AttemptId>
}

/** Nothing yet. */
export const newTally = (): Tally => ({
  closing: newClosingTally(),
  grandTotal: 0,
  acquirer: 0,
  marketplace: 0,
  stock: newStockTally(),
  touched: new Map(),
  attempts: new Map(),
  errands: new Set(),
})

/** A day only counts what was given up; what it was worth and which terminal took a card is in its closing. */
const notAsked: TallyLookups = { factsOfSale: () => [], terminalOf: () => null }
const someTime = { utcMs: 0, offsetMinutes: 0 }

/** Adds what outsiders hear of a ticket, and what it moves on the shelf. */
function tallyTicket(tally: Tally, ticket: Ticket): void {
  if (ticket.kind === 'refund') tally.acquirer += ticket.tenders.filter(({ kind }) => kind === 'card').length
  const skus = ticket.lines.map(({ sku }) => sku).filter(isShelfSku)
  for (const sku of skus) tally.touched.set(sku, true)
  tally.marketplace += new Set(skus).size
}

/** What reaches back to the till's first day: what is on the shelf, the perpetual total, what is no payment. */
function tallyEver(tally: Tally, fact: Fact): void {
  if (fact.kind === 'attemptStarted' && fact.purpose !== 'payment') tally.errands.add(fact.attemptId)
  if (fact.kind === 'saleCompleted' || fact.kind === 'refundCompleted')
    tally.grandTotal += signOf(fact.ticket) * fact.ticket.gross
  tallyStock(tally.stock, fact)
}

function tallyToday(tally: Tally, fact: Fact): void {
  tallyEntry(tally.closing, { fact, at: someTime, by: '' }, notAsked)
  switch (fact.kind) {
    case 'saleCompleted':
    case 'refundCompleted':
      tallyTicket(tally, fact.ticket)
      break
    case 'onlineOrderSold':
      tally.marketplace += 1
      break
    // What the acquirer was told of once stays told, also where the charge was undone after all.
    case 'terminalTested':
      if (fact.outcome === 'standing') tally.acquirer += 1
      break
    case 'attemptStarted':
    case 'attemptApproved':
    case 'attemptDeclined':
    case 'attemptUnknown':
      if (!tally.errands.has(fact.attemptId)) tallyPayment(tally, fact)
      break
    default:
  }
}

const outcomes = {
  attemptStarted: 'unknown',
  attemptApproved: 'approved',
  attemptDeclined: 'declined',
  attemptUnknown: 'unknown',
} as const satisfies Partial<Record<Fact['kind'], Outcome>>

function tallyPayment(tally: Tally, fact: FactOf<keyof typeof outcomes>): void {
  tally.attempts.set(fact.attemptId, outcomes[fact.kind])
  if (fact.kind === 'attemptApproved') tally.acquirer += 1
}

/** Adds one fact. @param today whether it belongs to the day that is counted */
export function tallyFact(tally: Tally, fact: Fact, today: boolean): void {
  tallyEver(tally, fact)
  if (today) tallyToday(tally, fact)
}

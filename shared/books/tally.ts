import type { Ticket } from '../cart/ticket.ts'
import { isShelfSku } from '../catalogue/off-shelf.ts'
import type { DrawerCount, Fact, FactOf } from '../checkout/fact.ts'
import type { AttemptId } from '../kernel/ids.ts'
import { newStockTally, type StockTally, tallyStock } from './stock-tally.ts'
import { addTicket, newTicketSums, signOf, type TicketSums } from './ticket-sums.ts'

type Outcome = 'approved' | 'declined' | 'unknown'

/** Running sums of a day, in minor units; filled fact by fact. */
export interface Tally {
  readonly sums: TicketSums
  cancelled: number
  grandTotal: number
  acquirer: number
  marketplace: number
  drawer: DrawerCount | null
  readonly owners: Map<string, { gross: number; due: number }>
  readonly stock: StockTally
  /** Skus that were in a ticket of the day. */
  readonly touched: Map<string, true>
  /** Payment attempts of the day. */
  readonly attempts: Map<AttemptId, Outcome>
  /** Attempts that are no payment: refunds, voids and tests, since the till's first day. */
  readonly errands: Set<AttemptId>
  /** Test charges that stand: card money in no ticket. Minor units, by the charge. */
  readonly standing: Map<AttemptId, number>
}

/** Nothing yet. */
export const newTally = (): Tally => ({
  sums: newTicketSums(),
  cancelled: 0,
  grandTotal: 0,
  acquirer: 0,
  marketplace: 0,
  drawer: null,
  owners: new Map(),
  stock: newStockTally(),
  touched: new Map(),
  attempts: new Map(),
  errands: new Set(),
  standing: new Map(),
})

/** Adds a ticket; refund tickets count negative everywhere but in their own number. */
function tallyTicket(tally: Tally, ticket: Ticket): void {
  const sign = signOf(ticket)
  addTicket(tally.sums, ticket)
  if (ticket.kind === 'refund') tally.acquirer += ticket.tenders.filter(({ kind }) => kind === 'card').length
  for (const { sku, owner, gross, ownerDue } of ticket.lines) {
    if (isShelfSku(sku)) tally.touched.set(sku, true)
    if (owner === null) continue
    const sums = tally.owners.get(owner.owner) ?? { gross: 0, due: 0 }
    sums.gross += sign * gross
    sums.due += sign * ownerDue
    tally.owners.set(owner.owner, sums)
  }
  tally.marketplace += new Set(ticket.lines.map((line) => line.sku).filter(isShelfSku)).size
}

/** What reaches back to the till's first day: what is on the shelf, the perpetual total, what is no payment. */
function tallyEver(tally: Tally, fact: Fact): void {
  if (fact.kind === 'attemptStarted' && fact.purpose !== 'payment') tally.errands.add(fact.attemptId)
  if (fact.kind === 'saleCompleted' || fact.kind === 'refundCompleted')
    tally.grandTotal += signOf(fact.ticket) * fact.ticket.gross
  tallyStock(tally.stock, fact)
}

function tallyToday(tally: Tally, fact: Fact): void {
  switch (fact.kind) {
    case 'saleCompleted':
    case 'refundCompleted':
      tallyTicket(tally, fact.ticket)
      break
    case 'onlineOrderSold':
      tally.marketplace += 1
      break
    case 'saleCancelled':
      if (fact.hadLines) tally.cancelled += 1
      break
    case 'shiftClosed':
      tally.drawer = fact.drawer
      break
    case 'terminalTested':
      tallyTest(tally, fact)
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

/** What the acquirer was told of once stays told, also where the charge was undone after all. */
function tallyTest(tally: Tally, { attemptId, amount, outcome }: FactOf<'terminalTested'>): void {
  if (outcome !== 'standing') tally.standing.delete(attemptId)
  else {
    tally.standing.set(attemptId, amount)
    tally.acquirer += 1
  }
}

/** Adds one fact. @param today whether it belongs to the day that is counted */
export function tallyFact(tally: Tally, fact: Fact, today: boolean): void {
  tallyEver(tally, fact)
  if (today) tallyToday(tally, fact)
}

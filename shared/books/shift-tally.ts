import type { Ticket } from '../cart/ticket.ts'
import type { DrawerCount, Fact, FactOf } from '../checkout/fact.ts'
import type { AttemptId, TicketNumber } from '../kernel/ids.ts'
import type { Stamp } from '../kernel/stamp.ts'
import { type Dirham, dirham } from '../money/amount.ts'
import type { Counted, ShiftFigures } from '../receipt/shift-figures.ts'
import {
  addTicket,
  bump,
  bumpAt,
  emptySum,
  grossOf,
  newTicketSums,
  type Sum,
  signOf,
  type TicketSums,
  vatTotals,
} from './ticket-sums.ts'

/** Running sums of one shift, minor units; filled fact by fact. */
export interface ShiftTally {
  readonly opened: FactOf<'shiftOpened'>
  readonly openedAt: Stamp
  closedAt: Stamp | null
  counted: DrawerCount | null
  grandTotal: Dirham
  hash: string
  first: TicketNumber | null
  last: TicketNumber | null
  readonly sums: TicketSums
  readonly voids: Sum
  cancelled: number
  readonly openings: { readonly at: Stamp; readonly reason: string }[]
  in: number
  out: number
  readonly schemes: Map<string, Sum>
  /** Attempts of the shift that have not ended. */
  readonly inDoubt: Map<AttemptId, number>
  /** Voids that undo a ticket's charge, not a test's. */
  readonly ticketVoids: Map<AttemptId, number>
  readonly standing: Map<AttemptId, number>
}

/** @param grandTotal of the till now */
export const newShiftTally = (
  opened: FactOf<'shiftOpened'>,
  openedAt: Stamp,
  grandTotal: Dirham,
): ShiftTally => ({
  opened,
  openedAt,
  closedAt: null,
  counted: null,
  grandTotal,
  hash: '',
  first: null,
  last: null,
  sums: newTicketSums(),
  voids: emptySum(),
  cancelled: 0,
  openings: [],
  in: 0,
  out: 0,
  schemes: new Map(),
  inDoubt: new Map(),
  ticketVoids: new Map(),
  standing: new Map(),
})

/** Adds a fact of the shift. */
export function tallyShiftFact(tally: ShiftTally, fact: Fact, at: Stamp): void {
  switch (fact.kind) {
    case 'saleCompleted':
    case 'refundCompleted':
      tallyTicket(tally, fact.ticket)
      break
    case 'saleCancelled':
      if (fact.hadLines) tally.cancelled += 1
      break
    case 'drawerOpened':
      tally.openings.push({ at, reason: fact.reason })
      break
    case 'cashMoved':
      tally[fact.direction] += fact.amount
      break
    case 'shiftClosed':
      tally.closedAt = at
      tally.counted = fact.drawer
      tally.grandTotal = fact.grandTotal
      break
    case 'terminalTested':
      if (fact.outcome === 'standing') tally.standing.set(fact.attemptId, fact.amount)
      else tally.standing.delete(fact.attemptId)
      break
    case 'attemptStarted':
      tally.inDoubt.set(fact.attemptId, fact.amount)
      if (fact.purpose === 'void' && fact.givesBack !== undefined)
        tally.ticketVoids.set(fact.attemptId, fact.amount)
      break
    case 'attemptDeclined':
      tally.inDoubt.delete(fact.attemptId)
      break
    case 'attemptApproved': {
      tally.inDoubt.delete(fact.attemptId)
      const voided = tally.ticketVoids.get(fact.attemptId)
      if (voided !== undefined) bump(tally.voids, -voided)
      break
    }
    default:
  }
}

function tallyTicket(tally: ShiftTally, ticket: Ticket): void {
  tally.first ??= ticket.number
  tally.last = ticket.number
  addTicket(tally.sums, ticket)
  for (const tender of ticket.tenders)
    if (tender.kind === 'card')
      bumpAt(tally.schemes, tender.approval?.scheme ?? '', signOf(ticket) * tender.amount)
}

const tenderOrder = ['cash', 'card', 'mobile', 'transfer', 'cheque', 'online'] as const
const counted = ({ count, amount }: Sum): Counted => ({ count, amount: dirham(amount) })
const summed = (amounts: ReadonlyMap<unknown, number>): Counted =>
  counted({ count: amounts.size, amount: [...amounts.values()].reduce((sum, each) => sum + each, 0) })

/** What the sums come to. */
export function figuresOf(tally: ShiftTally): ShiftFigures {
  const { opened, first, last, sums } = tally
  const schemes = [...tally.schemes].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    shiftId: opened.shiftId,
    businessDay: opened.businessDay,
    cashier: opened.cashier,
    openedAt: tally.openedAt,
    closedAt: tally.closedAt,
    tickets: first === null || last === null ? null : { first, last },
    sales: counted(sums.sales),
    refunds: counted(sums.refunds),
    voids: counted(tally.voids),
    cancelled: tally.cancelled,
    openings: tally.openings,
    gross: dirham(grossOf(sums)),
    discounts: dirham(sums.discounts),
    vat: vatTotals(sums),
    tenders: tenderOrder.flatMap((kind) => {
      const sum = sums.tenders.get(kind)
      return sum === undefined ? [] : [{ kind, ...counted(sum) }]
    }),
    cards: schemes.map(([scheme, sum]) => ({ scheme, ...counted(sum) })),
    rounding: dirham(sums.rounding),
    drawer: drawerOf(tally),
    standingTests: summed(tally.standing),
    unknownAttempts: summed(tally.inDoubt),
    grandTotal: tally.grandTotal,
    hash: tally.hash,
  }
}

/** As it was counted; while it was not, as it should be now. */
function drawerOf(tally: ShiftTally): ShiftFigures['drawer'] {
  if (tally.counted !== null) {
    const { counted: found, difference, ...held } = tally.counted
    return { ...held, count: { counted: found, difference } }
  }
  const float = tally.opened.float
  const cash = tally.sums.tenders.get('cash')?.amount ?? 0
  return {
    float,
    cash: dirham(cash),
    in: dirham(tally.in),
    out: dirham(tally.out),
    expected: dirham(float + cash + tally.in - tally.out),
    count: null,
  }
}

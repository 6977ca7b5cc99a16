import type { Ticket } from '../cart/ticket.ts'
import type { DrawerCount, Fact, FactOf } from '../checkout/fact.ts'
import type { AttemptId, TicketNumber } from '../kernel/ids.ts'
import type { Stamp } from '../kernel/stamp.ts'
import { type Dirham, dirham } from '../money/amount.ts'
import type { Counted, ShiftFigures, TenderFigures } from '../receipt/shift-figures.ts'
import { vatRates } from '../tax/rates.data.ts'
import type { VatClass } from '../tax/vat-class.ts'

interface Sum {
  count: number
  amount: number
}

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
  readonly sales: Sum
  readonly refunds: Sum
  readonly voids: Sum
  cancelled: number
  readonly openings: { readonly at: Stamp; readonly reason: string }[]
  discounts: number
  rounding: number
  in: number
  out: number
  readonly vat: Map<VatClass, { net: number; vat: number; gross: number }>
  readonly tenders: Map<TenderFigures['kind'], Sum>
  readonly schemes: Map<string, Sum>
  /** Attempts of the shift that have not ended. */
  readonly inDoubt: Map<AttemptId, number>
  /** Voids that undo a ticket's charge, not a test's. */
  readonly ticketVoids: Map<AttemptId, number>
  readonly standing: Map<AttemptId, number>
}

const nothing = (): Sum => ({ count: 0, amount: 0 })

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
  sales: nothing(),
  refunds: nothing(),
  voids: nothing(),
  cancelled: 0,
  openings: [],
  discounts: 0,
  rounding: 0,
  in: 0,
  out: 0,
  vat: new Map(),
  tenders: new Map(),
  schemes: new Map(),
  inDoubt: new Map(),
  ticketVoids: new Map(),
  standing: new Map(),
})

function bump(sum: Sum, amount: number): void {
  sum.count += 1
  sum.amount += amount
}

function bumpAt<K>(map: Map<K, Sum>, key: K, amount: number): void {
  const sum = map.get(key) ?? nothing()
  bump(sum, amount)
  map.set(key, sum)
}

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

/** Sales count positive, refunds negative, as their own papers say. */
function tallyTicket(tally: ShiftTally, ticket: Ticket): void {
  const sign = ticket.kind === 'sale' ? 1 : -1
  tally.first ??= ticket.number
  tally.last = ticket.number
  bump(ticket.kind === 'sale' ? tally.sales : tally.refunds, sign * ticket.gross)
  tally.discounts += sign * ticket.discounts
  tally.rounding += sign * ticket.rounding
  for (const { vatClass, net, vat, gross } of ticket.vat) {
    const rate = tally.vat.get(vatClass) ?? { net: 0, vat: 0, gross: 0 }
    rate.net += sign * net
    rate.vat += sign * vat
    rate.gross += sign * gross
    tally.vat.set(vatClass, rate)
  }
  for (const tender of ticket.tenders) {
    bumpAt(tally.tenders, tender.kind, sign * tender.amount)
    if (tender.kind === 'card') bumpAt(tally.schemes, tender.approval?.scheme ?? '', sign * tender.amount)
  }
}

const tenderOrder = ['cash', 'card', 'mobile', 'transfer', 'cheque'] as const
const counted = ({ count, amount }: Sum): Counted => ({ count, amount: dirham(amount) })
const summed = (amounts: ReadonlyMap<unknown, number>): Counted =>
  counted({ count: amounts.size, amount: [...amounts.values()].reduce((sum, each) => sum + each, 0) })

/** What the sums come to. */
export function figuresOf(tally: ShiftTally): ShiftFigures {
  const { opened, first, last } = tally
  const schemes = [...tally.schemes].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    shiftId: opened.shiftId,
    businessDay: opened.businessDay,
    cashier: opened.cashier,
    openedAt: tally.openedAt,
    closedAt: tally.closedAt,
    tickets: first === null || last === null ? null : { first, last },
    sales: counted(tally.sales),
    refunds: counted(tally.refunds),
    voids: counted(tally.voids),
    cancelled: tally.cancelled,
    openings: tally.openings,
    gross: dirham(tally.sales.amount + tally.refunds.amount),
    discounts: dirham(tally.discounts),
    vat: vatRates.flatMap(({ vatClass }) => {
      const rate = tally.vat.get(vatClass)
      if (rate === undefined) return []
      return [{ vatClass, net: dirham(rate.net), vat: dirham(rate.vat), gross: dirham(rate.gross) }]
    }),
    tenders: tenderOrder.flatMap((kind) => {
      const sum = tally.tenders.get(kind)
      return sum === undefined ? [] : [{ kind, ...counted(sum) }]
    }),
    cards: schemes.map(([scheme, sum]) => ({ scheme, ...counted(sum) })),
    rounding: dirham(tally.rounding),
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
  const cash = tally.tenders.get('cash')?.amount ?? 0
  return {
    float,
    cash: dirham(cash),
    in: dirham(tally.in),
    out: dirham(tally.out),
    expected: dirham(float + cash + tally.in - tally.out),
    count: null,
  }
}

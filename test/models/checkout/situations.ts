import { fromTransition, type TransitionSnapshot } from 'xstate'
import { attemptOnCounter, due, saleOnCounter } from '#shared/checkout/state/ask.ts'
import type { CheckoutContext } from '#shared/checkout/state/context.ts'
import { dirham } from '#shared/money/amount.ts'
import { abilities, Counter } from './counter.ts'
import { plainSettings } from './fixtures.ts'
import { orderStanding } from './marketplace.ts'
import type { Move } from './moves.ts'
import { lamp, rug, soap } from './shop.ts'

/** A till with a few articles, cash rounding and a terminal that can do everything, before the shop opens. */
export const morning = (): Counter => {
  const counter = new Counter()
  counter.terminal = { ...abilities, canRefund: true }
  counter.command({
    type: 'configure',
    settings: { ...plainSettings, cashRounding: dirham(10), exportForms: { operator: '' } },
  })
  counter.command({ type: 'loadCatalogue', items: [soap, rug, lamp] })
  return counter
}

/** How far the counter is played: beyond it nothing new happens, only more of the same. */
export interface Bounds {
  readonly units: number
  readonly tenders: number
  readonly sales: number
  readonly tickets: number
}

export function within(counter: Counter, bounds: Bounds): boolean {
  const { context } = counter.state
  const sale = saleOnCounter(context)
  const units = sale?.lines.reduce((total, line) => total + line.quantity, 0) ?? 0
  const tenders = sale?.tenders.length ?? 0
  return (
    units <= bounds.units &&
    tenders <= bounds.tenders &&
    context.sales.length <= bounds.sales &&
    context.errands.length <= 1 &&
    counter.tickets().length <= bounds.tickets
  )
}

/** Attempts thought declined whose late approval would mean something: of the open sale, and what is no payment. */
function declinedHere(context: CheckoutContext): readonly string[] {
  const saleId = saleOnCounter(context)?.saleId
  const declined = context.settled.filter((one) => one.outcome === 'declined')
  const purposes = declined
    .filter((one) => one.saleId === saleId || one.purpose !== 'payment')
    .map((one) => one.purpose)
  return [...new Set(purposes)].toSorted()
}

/** Where the orders are that came in. */
const onlineOrders = ({ facts }: Counter): readonly unknown[] =>
  facts.flatMap((fact) => {
    const standing = fact.kind === 'onlineOrderTaken' ? orderStanding(facts, fact.order.id) : null
    return standing === null ? [] : [[standing.state, standing.stage, standing.hasTask]]
  })

/** What makes two moments the same situation; ids, exact sums and the order of the past do not. */
export function situation(counter: Counter): string {
  const { context, value } = counter.state
  const sale = saleOnCounter(context)
  const rest = sale === null ? 0 : due(sale)
  const attempt = attemptOnCounter(context)
  return JSON.stringify([
    value,
    rest > 0,
    sale?.lines.map((line) => [line.sku, line.quantity]),
    sale?.tenders.map((tender) => tender.kind),
    attempt && [
      attempt.purpose,
      attempt.amount < rest,
      attempt.amount > rest,
      attempt.approval !== null,
      attempt.unknown !== null,
    ],
    sale?.disputed.length,
    context.errands.map((errand) => errand.attempt.purpose),
    context.sales.filter((each) => each !== sale).map((each) => [each.lines.length, each.attempt !== null]),
    declinedHere(context),
    sale?.atRisk,
    counter.claims.size,
    onlineOrders(counter),
    counter.tickets().map((ticket) => [ticket.kind, ticket.lines.map((line) => line.sku)]),
  ])
}

export type Moment = TransitionSnapshot<Counter>

/** The counter as XState's path generation wants it: a pure function from moment and move to moment. */
export const counterLogic = fromTransition((counter: Counter, move: Move) => {
  const next = counter.copy()
  move.play(next)
  return next
}, morning())

export const explore = (moves: readonly Move[], bounds: Bounds) => ({
  events: moves,
  serializeState: (moment: Moment) => situation(moment.context),
  serializeEvent: (move: Move) => move.type,
  stopWhen: (moment: Moment) => !within(moment.context, bounds),
})

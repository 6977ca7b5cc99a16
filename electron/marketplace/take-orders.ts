import type { OrderPage } from '#drivers/marketplaces/marketplace.ts'
import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { OnlineOrderRow } from '#electron/ledger/market-handles.ts'
import type { OutboxReads } from '#electron/ledger/outbox-handles.ts'
import type { BesideJournal } from '#electron/ledger/paper-handles.ts'
import type { Forward } from '#shared/checkout/effect.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import type { MarketFact } from '#shared/marketplace/facts.ts'
import type { OnlineOrder, OrderState } from '#shared/marketplace/online.ts'
import { type OnlineOrderId, wantsPieces } from '#shared/marketplace/order.ts'
import { differing } from './differing.ts'
import { type JudgedOrder, judgeOrder, keptBuyer, unreadOrder } from './judge-order.ts'

/** What one order changes: durable together, or not at all. */
export interface Taking {
  readonly facts: readonly MarketFact[]
  readonly forwards: readonly Forward[]
  readonly beside: BesideJournal
}

export type Known = Pick<ReadLedger, 'findOnlineOrder' | 'findItem'> & {
  readonly outbox: Pick<OutboxReads, 'find'>
}

export interface TakingFrom {
  readonly ledger: Known
  /** Each a key nobody used. */
  readonly nextKey: () => string
  /** When the shop was set up here, by the wall clock. */
  readonly sinceUtcMs: number
}

/** @returns `null`: the journal has all of it */
export function takingOf({ ledger, nextKey, sinceUtcMs }: TakingFrom, order: OnlineOrder): Taking | null {
  const known = ledger.findOnlineOrder(order.id as OnlineOrderId)
  if (known !== null) return movingOf(known, order.state, nextKey)
  const hasLeft = left.has(order.state)
  // It was over before the shop was set up here.
  if (!wantsPieces(order.state) && order.placedAt.utcMs < sinceUtcMs) return null
  const isOurs = (sku: Sku): boolean => ledger.findItem(sku)?.sku === sku
  if (isUndone(order.state)) return tellingAnew(ledger, judgeOrder(order, isOurs))
  const judged = judgeOrder(order, isOurs)
  const { id } = judged.order
  return {
    // Its goods left while the till was off: they are on no shelf any more, and their ticket is still to be made.
    facts: hasLeft
      ? [takenFact(judged, 'paid'), { kind: 'onlineOrderMoved', order: id, state: order.state }]
      : [takenFact(judged, order.state)],
    forwards: differing(judged.order, nextKey),
    beside: { buyers: [{ order: id, buyer: keptBuyer(order.buyer) }] },
  }
}

/**
 * An order came to nothing before the till heard of it. Not every platform puts back what it had taken for one, and none says
 * so: the counts of its items are told anew, once.
 */
function tellingAnew(ledger: Known, { order }: JudgedOrder): Taking | null {
  const forwards = differing(order, (sku) => `undone:${order.id}:${sku}`)
  const anew = forwards.filter(({ key }) => ledger.outbox.find(key) === null)
  return anew.length === 0 ? null : { facts: [], forwards: anew, beside: {} }
}

/** Of one that its adapter could not understand. Told again it is known, and changes nothing. */
export function takingOfUnread(ledger: Known, unread: OrderPage['odd'][number], at: Stamp): Taking | null {
  const judged = unreadOrder(unread, at)
  if (ledger.findOnlineOrder(judged.order.id) !== null) return null
  return { facts: [takenFact(judged, 'placed')], forwards: [], beside: {} }
}

const takenFact = ({ order, odd }: JudgedOrder, state: OrderState): MarketFact =>
  odd === null ? { kind: 'onlineOrderTaken', order, state } : { kind: 'onlineOrderOdd', order, state, ...odd }

/** The platform may say again what it said, also what we have told it ourselves. */
function movingOf(known: OnlineOrderRow, state: OrderState, nextKey: () => string): Taking | null {
  const { order, stage } = known
  // Once it is sold here the platform lags behind until it has been told.
  if (known.state === state || (stage === 'sold' && wantsPieces(state))) return null
  const facts: readonly MarketFact[] = [{ kind: 'onlineOrderMoved', order: order.id, state }]
  const changesPromises = stage !== 'sold' && isUndone(known.state) !== isUndone(state)
  return { facts, forwards: changesPromises ? differing(order, nextKey) : [], beside: {} }
}

const left: ReadonlySet<OrderState> = new Set(['handedOver', 'shipped'])
const isUndone = (state: OrderState): boolean => state === 'cancelled' || state === 'refunded'

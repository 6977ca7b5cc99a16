import type { OrderPage } from '#drivers/marketplaces/marketplace.ts'
import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { OnlineOrderRow } from '#electron/ledger/market-handles.ts'
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

export type Known = Pick<ReadLedger, 'findOnlineOrder' | 'findItem'>

/** @returns `null`: the journal has all of it. @param nextKey each a key nobody used */
export function takingOf(ledger: Known, order: OnlineOrder, nextKey: () => string): Taking | null {
  const known = ledger.findOnlineOrder(order.id as OnlineOrderId)
  if (known !== null) return movingOf(known, order.state, nextKey)
  // It came and ended without the till: whoever ended it has dealt with its pieces.
  if (!wantsPieces(order.state)) return null
  const isOurs = (sku: Sku): boolean => ledger.findItem(sku)?.sku === sku
  const judged = judgeOrder(order, isOurs)
  return {
    facts: [takenFact(judged, order.state)],
    forwards: differing(judged.order, nextKey),
    beside: { buyers: [{ order: judged.order.id, buyer: keptBuyer(order.buyer) }] },
  }
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

const isUndone = (state: OrderState): boolean => state === 'cancelled' || state === 'refunded'

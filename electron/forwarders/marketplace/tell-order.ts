import type { OnlineOrderRow } from '#electron/ledger/market-handles.ts'
import type { WaitingForward } from '#electron/ledger/outbox-handles.ts'
import type { ForwardBody } from '#shared/checkout/effect.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { Delivery } from '../forwarder.ts'
import type { ConnectedMarket } from './connected-market.ts'
import { deliveryOf, isForGood } from './delivery-of.ts'
import { type MarketBook, stockDiffers } from './market-book.ts'

export type OrderBody = Extract<ForwardBody, { readonly type: 'moveOrder' | 'cancelOrder' }>

/**
 * Tells the platform what became of an order. It may then count the order's items otherwise by itself: they are told again
 * as they are. A no for good waits for a person, with the platform's own words.
 */
export async function tellOrder(
  book: MarketBook,
  { market }: ConnectedMarket,
  row: WaitingForward,
  body: OrderBody,
  signal: AbortSignal,
): Promise<Delivery> {
  const known = book.ledger.findOnlineOrder(body.order)
  if (known === null) throw new Error('a message of the outbox is about an order that is not there')
  const call = { key: row.key, at: book.now(), signal }
  const told =
    body.type === 'moveOrder'
      ? await market.moveOrder(body.order, body.move, call)
      : await market.cancelAndRefund(body.order, body.reason, call)
  if (told.end !== 'done') {
    const delivery = deliveryOf(told)
    return isForGood(told, row.tries) ? { ...delivery, end: 'setAside' } : delivery
  }
  const facts =
    body.type === 'cancelOrder' ? [{ kind: 'onlineOrderCancelled', order: body.order } as const] : []
  const differs = skusOf(known).map((sku) => stockDiffers(sku, `${row.key}:${sku}`))
  book.write(facts, [row.id], differs)
  return { end: 'delivered' }
}

const skusOf = ({ order }: OnlineOrderRow): readonly Sku[] => [
  ...new Set(order.lines.flatMap(({ sku }) => sku ?? [])),
]

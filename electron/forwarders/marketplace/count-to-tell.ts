import type { WaitingForward } from '#electron/ledger/outbox-handles.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { ConnectedMarket } from './connected-market.ts'
import type { MarketLedger } from './market-book.ts'

export type CountLedger = Pick<MarketLedger, 'market' | 'openOnlineOrders' | 'promisedUnits' | 'stockOf'>

/**
 * What a platform is to be told of an item, as it is now; never below zero: the visitor at the counter may hold more than
 * there is.
 *
 * A platform that counts what is on hand takes its orders off by itself when they leave, and refuses to send what it counts
 * as gone: what an order took from the shelf, and the platform does not know yet, is still on hand to it. One that counts what
 * may still be bought has taken its orders off, whether they left or not. What somebody sent off on the platform itself is
 * gone there, and on the shelf here until its ticket is made. A piece in a cart is neither's business where the
 * platform can hold it, and is not there where it cannot.
 * @param leaving units of orders that left the shop and that the platform was not told of
 */
export function countToTell(
  ledger: CountLedger,
  { connection, market }: ConnectedMarket,
  sku: Sku,
  leaving: ReadonlyMap<string, number>,
): number {
  const { counts, reservation } = market.capabilities
  const shelf = Math.max(0, ledger.stockOf(sku) ?? 0)
  const ours =
    counts === 'onHand'
      ? shelf + (leaving.get(sku) ?? 0) - unitsGone(ledger, sku)
      : shelf - ledger.promisedUnits(sku)
  const inCarts = reservation
    ? 0
    : ledger.market.holds().filter((hold) => hold.connection === connection && hold.sku === sku).length
  return Math.max(0, ours - inCarts)
}

/** Units of orders that wait for their ticket here and have left as the platform has it. */
function unitsGone({ openOnlineOrders, promisedUnits }: CountLedger, sku: Sku): number {
  // Nearly all items are in no order: of those no order is read.
  if (promisedUnits(sku) === 0) return 0
  return openOnlineOrders()
    .filter(({ state }) => state === 'handedOver' || state === 'shipped')
    .flatMap(({ order }) => order.lines)
    .reduce((all, line) => (line.sku === sku ? all + line.units : all), 0)
}

/** Units by sku of the orders among these messages that the platform was not told of yet. */
export function unitsLeaving(
  ledger: Pick<MarketLedger, 'findOnlineOrder'>,
  waiting: readonly WaitingForward[],
): ReadonlyMap<string, number> {
  const units = new Map<string, number>()
  for (const { body } of waiting) {
    if (body.type !== 'moveOrder') continue
    for (const { sku, units: n } of ledger.findOnlineOrder(body.order)?.order.lines ?? [])
      if (sku !== null) units.set(sku, (units.get(sku) ?? 0) + n)
  }
  return units
}

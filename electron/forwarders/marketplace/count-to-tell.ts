import type { OnlineOrderRow } from '#electron/ledger/market-handles.ts'
import type { WaitingForward } from '#electron/ledger/outbox-handles.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { ConnectedMarket } from './connected-market.ts'
import type { MarketLedger } from './market-book.ts'

export type CountLedger = Pick<MarketLedger, 'market' | 'promisedUnits' | 'stockOf'>

/** Units by sku that are on hand to a platform and not on our shelf; below zero: the other way round. */
export type UnitsApart = ReadonlyMap<string, number>

/**
 * What a platform is to be told of an item, as it is now; never below zero: the visitor at the counter may hold more than
 * there is.
 *
 * A platform that counts what is on hand takes its orders off by itself when they leave. One that counts what may still be
 * bought has taken them off, whether they left or not. A piece in a cart is neither's business where the platform can hold
 * it, and is not there where it cannot.
 */
export function countToTell(
  ledger: CountLedger,
  { connection, market }: ConnectedMarket,
  sku: Sku,
  apart: UnitsApart,
): number {
  const { counts, reservation } = market.capabilities
  const shelf = Math.max(0, ledger.stockOf(sku) ?? 0)
  const ours = counts === 'onHand' ? shelf + (apart.get(sku) ?? 0) : shelf - ledger.promisedUnits(sku)
  const inCarts = reservation
    ? 0
    : ledger.market.holds().filter((hold) => hold.connection === connection && hold.sku === sku).length
  return Math.max(0, ours - inCarts)
}

/**
 * What a platform does not know yet of orders that left the shop is still on hand to it, and it refuses to send what it counts
 * as gone. What somebody sent off on the platform itself is gone there, and on the shelf here until its ticket is made.
 * @param waiting messages to the platform
 */
export function unitsApart(
  ledger: Pick<MarketLedger, 'findOnlineOrder' | 'openOnlineOrders'>,
  waiting: readonly WaitingForward[],
): UnitsApart {
  const untold = waiting.flatMap(({ body }) => {
    const row = body.type === 'moveOrder' ? ledger.findOnlineOrder(body.order) : null
    return row === null || hasLeft(row) ? [] : [row]
  })
  const units = new Map<string, number>()
  const add = ({ order }: OnlineOrderRow, sign: 1 | -1): void => {
    for (const { sku, units: n } of order.lines)
      if (sku !== null) units.set(sku, (units.get(sku) ?? 0) + sign * n)
  }
  for (const row of untold) add(row, 1)
  for (const row of ledger.openOnlineOrders()) if (hasLeft(row)) add(row, -1)
  return units
}

/** As the platform has it. */
const hasLeft = ({ state }: OnlineOrderRow): boolean => state === 'handedOver' || state === 'shipped'

import type { WaitingForward } from '#electron/ledger/outbox-handles.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { ConnectedMarket } from './connected-market.ts'
import type { MarketLedger } from './market-book.ts'
import { placeOf } from './write-counts.ts'

/** Messages that are looked at together: what does not fit comes in the next round. */
const mostTogether = 10_000

/** The messages that say an item counts otherwise, of one item. */
export interface SkuWaiting {
  readonly sku: Sku
  readonly ids: readonly number[]
  /** The platform may count otherwise by itself: it is told whatever it was told before. */
  readonly differs: boolean
}

/** What waits for the marketplace, oldest first. */
export const waitingMessages = (ledger: Pick<MarketLedger, 'outbox'>): readonly WaitingForward[] =>
  ledger.outbox.waiting('marketplace', mostTogether)

/** Of these messages those about counts, by item, in the order in which the items first appear. */
export function stockWaiting(messages: readonly WaitingForward[]): readonly SkuWaiting[] {
  const bySku = new Map<Sku, { sku: Sku; ids: number[]; differs: boolean }>()
  for (const { id, body } of messages) {
    if (body.type !== 'stockChanged' && body.type !== 'stockDiffers') continue
    const sku = body.sku as Sku
    const waiting = bySku.get(sku) ?? { sku, ids: [], differs: false }
    waiting.ids.push(id)
    waiting.differs ||= body.type === 'stockDiffers'
    bySku.set(sku, waiting)
  }
  return [...bySku.values()]
}

/** Whether the platform has to be told: it has the item, and was not told of its last change. */
export function mustBeTold(
  ledger: Pick<MarketLedger, 'findListing' | 'market' | 'stockVersion'>,
  { connection }: ConnectedMarket,
  { sku, differs }: SkuWaiting,
): boolean {
  if (placeOf(ledger.findListing(sku)) === null) return false
  const told = ledger.market.told(connection, sku)
  return differs || told === null || told.version < ledger.stockVersion(sku)
}

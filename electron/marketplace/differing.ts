import { stockDiffers } from '#electron/forwarders/marketplace/market-book.ts'
import type { Forward } from '#shared/checkout/effect.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { TakenOrder } from '#shared/marketplace/order.ts'

/** One message an item of ours in the order: its count is to be told anew. @param nextKey each a key nobody used, or the same for the same message */
export function differing(
  { lines }: Pick<TakenOrder, 'lines'>,
  nextKey: (sku: Sku) => string,
): readonly Forward[] {
  const skus = new Set(lines.map(({ sku }) => sku).filter((sku) => sku !== null))
  return [...skus].map((sku) => stockDiffers(sku, `stock:${nextKey(sku)}`))
}

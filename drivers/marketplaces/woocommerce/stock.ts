import { z } from 'zod'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done, StockWritten } from '../marketplace.ts'
import { type StockWrite, writeTogether } from '../stock-writes.ts'
import type { WooApi } from './api.ts'
import { wooProduct } from './product.ts'
import { isOurs, isVariation, notOurs, readRef } from './refs.ts'
import { wooNo } from './say-no.ts'

/** The most that one batch may change ([S] wc/v3 docs, Batch update products); a shop may allow less, and says 413. */
export const batch = 100

const item = z.union([
  z.object({ id: z.int(), error: z.object({ code: z.string(), message: z.string() }) }),
  wooProduct.pick({ id: true, stock_quantity: true }),
])
const updated = z.object({ update: z.array(item) })

/**
 * `stock_quantity`: absolute, and what buyers can still have: WooCommerce took its orders off when they came. A product and
 * the variations of another are changed at different addresses.
 */
export const setStocks = (
  api: WooApi,
  writes: readonly StockWrite[],
  call: Call,
): Promise<readonly Done<StockWritten>[]> =>
  writeTogether(writes, {
    unsound: ({ ref }) => (isOurs(ref) ? null : notOurs),
    groupOf: ({ ref }) => batchPath(ref),
    async send(group) {
      const update = group.map(({ ref, count }) => ({
        id: Number(ref.variant),
        manage_stock: true,
        stock_quantity: count,
      }))
      const path = batchPath(group[0]?.ref)
      const said = await api.ask('POST', path, { update }, updated, call.signal)
      if (said.end !== 'done') return said
      return done(update.map(({ id }, index) => endOf(id, said.value.update[index])))
    },
  })

const batchPath = (ref: OnlineRef | undefined): string =>
  ref !== undefined && isVariation(ref) ? `products/${ref.product}/variations/batch` : 'products/batch'

/** Each is answered in its place, done or not ([S] plugin source, `batch_items`). */
function endOf(id: number, said: z.infer<typeof item> | undefined): Done<StockWritten> {
  if (said === undefined || said.id !== id)
    return refused('malformed', `asked for ${id}, answered with ${said?.id}`)
  if (!('error' in said)) return done({ count: said.stock_quantity })
  return wooNo(400, said.error) ?? refused('refused', `${said.error.code}: ${said.error.message}`)
}

export async function readStock(
  api: WooApi,
  ref: OnlineRef,
  call: Call,
): Promise<Done<{ readonly count: number; readonly held: number }>> {
  const read = await readRef(api, ref, call)
  if (read.end !== 'done') return read
  const count = read.value.stock_quantity
  if (count === null) return refused('malformed', 'its stock is not counted')
  // What checkouts hold (`wc_reserved_stock`) is not in the API.
  return count < 0 ? refused('negativeStock', `${count}`) : done({ count, held: 0 })
}

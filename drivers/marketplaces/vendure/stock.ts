import { z } from 'zod'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done, StockWritten } from '../marketplace.ts'
import { type StockWrite, writeTogether } from '../stock-writes.ts'
import { ask } from './graphql.ts'
import type { Shop } from './settings.ts'

const levels = 'stockLevels { stockLocationId stockOnHand stockAllocated }'
export const variantLevels = z.object({
  stockLevels: z.array(
    z.object({ stockLocationId: z.string(), stockOnHand: z.int(), stockAllocated: z.int() }),
  ),
})
type Levels = z.infer<typeof variantLevels>

/** 5 ms each: half a second, in which a shop that is asked by buyers, too, waits for the rest of the transaction. */
export const batch = 100

/**
 * `UpdateProductVariantInput.stockLevels`: absolute, of one place; the same again changes nothing. A mutation is one
 * transaction: one variant that is gone keeps all of its request from being written.
 */
export const setStocks = (
  shop: Shop,
  writes: readonly StockWrite[],
  call: Call,
): Promise<readonly Done<StockWritten>[]> =>
  writeTogether(writes, {
    async send(sound) {
      const query = `mutation ($input: [UpdateProductVariantInput!]!) {
        updateProductVariants(input: $input) { id ${levels} }
      }`
      const input = sound.map(({ ref, count }) => ({
        id: ref.variant,
        stockLevels: [{ stockLocationId: ref.location, stockOnHand: count }],
      }))
      const said = await ask(shop, query, { input }, updated, call.signal)
      if (said.end !== 'done') return said
      const variants = new Map(said.value.updateProductVariants.map((each) => [each?.id, each]))
      return done(sound.map(({ ref }) => countAt(variants.get(ref.variant) ?? null, ref)))
    },
  })

const updated = z.object({
  updateProductVariants: z.array(variantLevels.extend({ id: z.string() }).nullable()),
})

function countAt(variant: Levels | null, ref: OnlineRef): Done<StockWritten> {
  const level = levelAt(variant, ref)
  return level.end === 'done' ? done({ count: level.value.count }) : level
}

/**
 * `count` is what stands in the shop, pieces that orders wait for included; `held` is how many of them are allocated:
 * Vendure subtracts by itself, and takes a unit off the count when its order is sent.
 */
export async function readStock(
  shop: Shop,
  ref: OnlineRef,
  call: Call,
): Promise<Done<{ readonly count: number; readonly held: number }>> {
  const query = `query ($id: ID!) { productVariant(id: $id) { ${levels} } }`
  const schema = z.object({ productVariant: variantLevels.nullable() })
  const said = await ask(shop, query, { id: ref.variant }, schema, call.signal)
  return said.end === 'done' ? levelAt(said.value.productVariant, ref) : said
}

function levelAt(
  variant: Levels | null,
  { location }: OnlineRef,
): Done<{ readonly count: number; readonly held: number }> {
  if (variant === null) return refused('gone', 'no such variant')
  const level = variant.stockLevels.find((each) => each.stockLocationId === location)
  if (level === undefined) return refused('gone', 'nothing of it at this place')
  if (level.stockOnHand < 0 || level.stockAllocated < 0) {
    return refused('negativeStock', `${level.stockOnHand} on hand, ${level.stockAllocated} allocated`)
  }
  return done({ count: level.stockOnHand, held: level.stockAllocated })
}

import { z } from 'zod'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done, StockWritten } from '../marketplace.ts'
import { ask } from './graphql.ts'
import type { Shop } from './settings.ts'

const levels = 'stockLevels { stockLocationId stockOnHand stockAllocated }'
export const variantLevels = z.object({
  stockLevels: z.array(
    z.object({ stockLocationId: z.string(), stockOnHand: z.int(), stockAllocated: z.int() }),
  ),
})
type Levels = z.infer<typeof variantLevels>

/** `UpdateProductVariantInput.stockLevels`: absolute, of one place; the same again changes nothing. */
export async function setStock(
  shop: Shop,
  ref: OnlineRef,
  count: number,
  call: Call,
): Promise<Done<StockWritten>> {
  if (count < 0) return refused('negativeStock', `${count}`)
  const query = `mutation ($input: [UpdateProductVariantInput!]!) { updateProductVariants(input: $input) { ${levels} } }`
  const stockLevels = [{ stockLocationId: ref.location, stockOnHand: count }]
  const schema = z.object({ updateProductVariants: z.array(variantLevels.nullable()).length(1) })
  const said = await ask(shop, query, { input: [{ id: ref.variant, stockLevels }] }, schema, call.signal)
  if (said.end !== 'done') return said
  const [variant] = said.value.updateProductVariants
  const level = levelAt(variant ?? null, ref)
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

import { z } from 'zod'
import type { MarketplaceTrouble } from '#shared/marketplace/trouble.ts'
import { done, refused } from '../json.ts'
import type { Done } from '../marketplace.ts'

/** How a mutation says no: it answers, with a list of why. */
export const userErrors = z.array(z.object({ message: z.string(), code: z.string().nullish() }))
export type UserErrors = z.infer<typeof userErrors>

/** [S] Admin GraphQL 2026-04: InventorySetQuantitiesUserErrorCode and those of products and orders. */
const meanings: Readonly<Record<string, MarketplaceTrouble>> = {
  CHANGE_FROM_QUANTITY_STALE: 'stale',
  COMPARE_QUANTITY_STALE: 'stale',
  INVALID_QUANTITY_NEGATIVE: 'negativeStock',
  INVALID_INVENTORY_ITEM: 'gone',
  INVALID_LOCATION: 'gone',
  ITEM_NOT_STOCKED_AT_LOCATION: 'gone',
  PRODUCT_DOES_NOT_EXIST: 'gone',
  PRODUCT_VARIANT_DOES_NOT_EXIST: 'gone',
  NOT_FOUND: 'gone',
}
/** The same request is under way; it answers as soon as that is done. */
const concurrentMs = 1_000

/** The first of them decides. */
export function unlessErrors(errors: UserErrors): Done {
  const [error] = errors
  if (error === undefined) return done(null)
  const text = `${error.code ?? ''}: ${error.message}`
  if (error.code === 'IDEMPOTENCY_CONCURRENT_REQUEST') {
    return refused('unavailable', text, { afterMs: concurrentMs })
  }
  // Where there is no code, a sentence is all there is ([S] `userErrors` of productUpdate, fulfillmentCreate).
  const meaning = meanings[error.code ?? ''] ?? (/does not exist/i.test(error.message) ? 'gone' : 'refused')
  return refused(meaning, text)
}

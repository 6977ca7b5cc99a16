import { z } from 'zod'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Done } from '../marketplace.ts'
import { ask, type Signal } from './graphql.ts'
import type { Shop } from './settings.ts'

const ids = z.object({ id: z.string(), product: z.object({ id: z.string() }) })

/** By its ref, else by its sku; `null`: not there. Two of one sku are nobody's guess. */
export async function findPiece(
  shop: Shop,
  sku: string,
  ref: OnlineRef | null,
  signal: Signal,
): Promise<Done<OnlineRef | null>> {
  const query = `query ($id: ID!, $sku: String!) {
    productVariant(id: $id) { id product { id } }
    productVariants(options: { filter: { sku: { eq: $sku } }, take: 2 }) { items { id product { id } } }
  }`
  const schema = z.object({
    productVariant: ids.nullable(),
    productVariants: z.object({ items: z.array(ids) }),
  })
  // No id is 0: a piece without a ref is asked for in the same words.
  const said = await ask(shop, query, { id: ref?.variant ?? '0', sku }, schema, signal)
  if (said.end !== 'done') return said
  const { productVariant, productVariants } = said.value
  if (productVariant !== null) return done(refOf(shop, productVariant))
  if (productVariants.items.length > 1) return refused('skuTwice', sku)
  const [found] = productVariants.items
  if (found !== undefined) return done(refOf(shop, found))
  return ref === null ? done(null) : refused('gone', 'deleted online')
}

/** A product that was made and whose variant was not: what is left of a put that broke between the two. */
export async function findEmptyProduct(
  shop: Shop,
  slug: string,
  signal: Signal,
): Promise<Done<string | null>> {
  const query = `query ($slug: String!) {
    products(options: { filter: { slug: { eq: $slug } }, take: 10 }) { items { id variants { id } } }
  }`
  const item = z.object({ id: z.string(), variants: z.array(z.object({ id: z.string() })) })
  const schema = z.object({ products: z.object({ items: z.array(item) }) })
  const said = await ask(shop, query, { slug }, schema, signal)
  if (said.end !== 'done') return said
  return done(said.value.products.items.find(({ variants }) => variants.length === 0)?.id ?? null)
}

export const refOf = (shop: Shop, variant: z.infer<typeof ids>): OnlineRef => ({
  product: variant.product.id,
  variant: variant.id,
  stockItem: '',
  location: shop.settings.location,
})

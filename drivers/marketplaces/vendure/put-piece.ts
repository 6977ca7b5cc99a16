import { z } from 'zod'
import type { OnlinePiece, OnlineRef } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done } from '../marketplace.ts'
import { slugOf } from '../slug.ts'
import { findEmptyProduct, findPiece } from './find-piece.ts'
import { ask, type Signal } from './graphql.ts'
import { putPhotographs } from './photographs.ts'
import { productInput, variantInput } from './piece-inputs.ts'
import type { Shop } from './settings.ts'

const withId = z.object({ id: z.string() })

/** Photographs first, then the product, then its one variant: a buyer never sees a piece without its price. */
export async function putPiece(
  shop: Shop,
  piece: OnlinePiece,
  ref: OnlineRef | null,
  call: Call,
): Promise<Done<OnlineRef>> {
  if (piece.count < 0) return refused('negativeStock', `${piece.count}`)
  const found = await findPiece(shop, piece.sku, ref, call.signal)
  if (found.end !== 'done') return found
  const assets = await putPhotographs(shop, piece.photographs, call.signal)
  if (assets.end !== 'done') return assets
  const product = { ...productInput(piece), ...assetsInput(assets.value) }
  return found.value === null
    ? create(shop, piece, product, call.signal)
    : update(shop, piece, product, found.value, call.signal)
}

/** No photographs said leaves those that are there. */
const assetsInput = (ids: readonly string[]): object =>
  ids.length === 0 ? {} : { assetIds: ids, featuredAssetId: ids[0] }

async function create(
  shop: Shop,
  piece: OnlinePiece,
  product: object,
  signal: Signal,
): Promise<Done<OnlineRef>> {
  const begun = await findEmptyProduct(shop, slugOf(piece.sku), signal)
  if (begun.end !== 'done') return begun
  const made = begun.value === null ? await createProduct(shop, product, signal) : done(begun.value)
  if (made.end !== 'done') return made
  const query = `mutation ($input: [CreateProductVariantInput!]!) { createProductVariants(input: $input) { id } }`
  const { location } = shop.settings
  const stockLevels = [{ stockLocationId: location, stockOnHand: piece.count }]
  // `prices` alone is written over by `price`, which is 0 where it is not said (3.7.3).
  const price = { price: piece.price, productId: made.value }
  const input = [{ ...variantInput(piece, shop.settings), ...price, stockLevels }]
  const schema = z.object({ createProductVariants: z.array(withId.nullable()).length(1) })
  const said = await ask(shop, query, { input }, schema, signal)
  if (said.end !== 'done') return said
  const [variant] = said.value.createProductVariants
  if (!variant) return refused('malformed', 'no variant was created')
  return done({ product: made.value, variant: variant.id, stockItem: '', location })
}

async function createProduct(shop: Shop, input: object, signal: Signal): Promise<Done<string>> {
  const query = 'mutation ($input: CreateProductInput!) { createProduct(input: $input) { id } }'
  const said = await ask(shop, query, { input }, z.object({ createProduct: withId }), signal)
  return said.end === 'done' ? done(said.value.createProduct.id) : said
}

/** Both in one request; GraphQL runs mutations one after the other. The count is `setStock`'s alone from now on. */
async function update(
  shop: Shop,
  piece: OnlinePiece,
  product: object,
  ref: OnlineRef,
  signal: Signal,
): Promise<Done<OnlineRef>> {
  const query = `mutation ($product: UpdateProductInput!, $variants: [UpdateProductVariantInput!]!) {
    updateProduct(input: $product) { id }
    updateProductVariants(input: $variants) { id }
  }`
  const variables = {
    product: { ...product, id: ref.product },
    variants: [{ ...variantInput(piece, shop.settings), id: ref.variant }],
  }
  const said = await ask(shop, query, variables, z.unknown(), signal)
  return said.end === 'done' ? done(ref) : said
}

/** Its orders, its photographs and its count stay. */
export async function hidePiece(shop: Shop, ref: OnlineRef, call: Call): Promise<Done> {
  const query = 'mutation ($input: UpdateProductInput!) { updateProduct(input: $input) { enabled } }'
  const schema = z.object({ updateProduct: z.object({ enabled: z.literal(false) }) })
  const said = await ask(shop, query, { input: { id: ref.product, enabled: false } }, schema, call.signal)
  return said.end === 'done' ? done(null) : said
}

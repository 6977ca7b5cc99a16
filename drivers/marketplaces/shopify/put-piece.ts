import { z } from 'zod'
import type { OnlinePiece, OnlineRef } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done } from '../marketplace.ts'
import type { ShopifyApi } from './api.ts'
import { findPiece } from './find-piece.ts'
import { putPhotographs } from './photographs.ts'
import { handleOf, newProductInput, productInput, variantInput } from './piece-inputs.ts'
import { stockNew } from './stock.ts'
import { unlessErrors, userErrors } from './user-errors.ts'
import { isAlone, refOf, type Variant, variant, variantFields } from './variant.ts'

const createMutation = `mutation ($identifier: ProductSetIdentifiers!, $input: ProductSetInput!) {
  productSet(identifier: $identifier, input: $input, synchronous: true) {
    product { variants(first: 1) { nodes { ${variantFields} } } }
    userErrors { field message code }
  }
}`
const created = z.object({
  productSet: z.object({
    product: z.object({ variants: z.object({ nodes: z.array(variant) }) }).nullable(),
    userErrors,
  }),
})

const productMutation = `mutation ($product: ProductUpdateInput!) {
  productUpdate(product: $product) { userErrors { field message } }
}`
const productUpdated = z.object({ productUpdate: z.object({ userErrors }) })

const variantMutation = `mutation ($product: ID!, $variants: [ProductVariantsBulkInput!]!) {
  productVariantsBulkUpdate(productId: $product, variants: $variants) { userErrors { field message code } }
}`
const variantUpdated = z.object({ productVariantsBulkUpdate: z.object({ userErrors }) })

const publishMutation = `mutation ($id: ID!, $input: [PublicationInput!]!) {
  publishablePublish(id: $id, input: $input) { userErrors { field message } }
}`
const published = z.object({ publishablePublish: z.object({ userErrors }) })

/**
 * Several steps, each safe to make again, in an order in which nothing can be bought before its count is written: a new
 * piece has none until then, and is not for sale without.
 */
export async function putPiece(
  api: ShopifyApi,
  piece: OnlinePiece,
  ref: OnlineRef | null,
  call: Call,
): Promise<Done<OnlineRef>> {
  if (piece.count < 0) return refused('negativeStock', `${piece.sku}: ${piece.count}`)
  const there = await findPiece(api, piece, ref, call)
  if (there.end !== 'done') return there
  const put =
    there.value === null ? await create(api, piece, call) : await update(api, piece, there.value, call)
  if (put.end !== 'done') return put
  const found = refOf(put.value, api.settings.location)
  const shown = isAlone(put.value) ? await putPhotographs(api, piece, found.product, call) : done(null)
  if (shown.end !== 'done') return shown
  const counted = await stockNew(api, found, piece.count, call)
  if (counted.end !== 'done') return counted
  const seen = await publish(api, found.product, call)
  return seen.end === 'done' ? done(found) : seen
}

/**
 * By its handle: whoever asks again changes what the first one made. Only for a product that is ours alone, for it
 * takes away every variant it is not told of.
 */
async function create(api: ShopifyApi, piece: OnlinePiece, call: Call): Promise<Done<Variant>> {
  const variables = {
    identifier: { handle: handleOf(piece.sku) },
    input: newProductInput(piece, api.settings.language),
  }
  const said = await api.ask(createMutation, variables, created, call.signal)
  if (said.end !== 'done') return said
  const end = unlessErrors(said.value.productSet.userErrors)
  if (end.end !== 'done') return end
  const made = said.value.productSet.product?.variants.nodes[0]
  return made?.sku === piece.sku ? done(made) : refused('malformed', `${piece.sku} was not made`)
}

async function update(
  api: ShopifyApi,
  piece: OnlinePiece,
  there: Variant,
  call: Call,
): Promise<Done<Variant>> {
  if (isAlone(there)) {
    const product = { id: there.product.id, ...productInput(piece, api.settings.language) }
    const said = await api.ask(productMutation, { product }, productUpdated, call.signal)
    if (said.end !== 'done') return said
    const end = unlessErrors(said.value.productUpdate.userErrors)
    if (end.end !== 'done') return end
  }
  const variables = { product: there.product.id, variants: [{ id: there.id, ...variantInput(piece) }] }
  const said = await api.ask(variantMutation, variables, variantUpdated, call.signal)
  if (said.end !== 'done') return said
  const end = unlessErrors(said.value.productVariantsBulkUpdate.userErrors)
  return end.end === 'done' ? done(there) : end
}

async function publish(api: ShopifyApi, product: string, call: Call): Promise<Done> {
  const { publication } = api.settings
  if (publication === null) return done(null)
  const variables = { id: product, input: [{ publicationId: publication }] }
  const said = await api.ask(publishMutation, variables, published, call.signal)
  return said.end === 'done' ? unlessErrors(said.value.publishablePublish.userErrors) : said
}

const statusMutation = `mutation ($product: ProductUpdateInput!) {
  productUpdate(product: $product) { product { status } userErrors { field message } }
}`
const statusUpdated = z.object({
  productUpdate: z.object({ product: z.object({ status: z.string() }).nullable(), userErrors }),
})

/** A draft is seen by nobody. */
export async function hideProduct(api: ShopifyApi, product: string, call: Call): Promise<Done> {
  const variables = { product: { id: product, status: 'DRAFT' } }
  const said = await api.ask(statusMutation, variables, statusUpdated, call.signal)
  if (said.end !== 'done') return said
  const { product: after, userErrors: errors } = said.value.productUpdate
  const end = unlessErrors(errors)
  if (end.end !== 'done') return end
  return after?.status === 'DRAFT' ? done(null) : refused('malformed', 'it is still shown')
}

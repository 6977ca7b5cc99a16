import { z } from 'zod'
import type { OnlinePiece, OnlineRef } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done } from '../marketplace.ts'
import { slugOf } from '../slug.ts'
import { ask, type Signal, withId } from './api.ts'
import { findPiece } from './find-piece.ts'
import { putPhotographs } from './photographs.ts'
import { option, productInput, variantInput } from './piece-inputs.ts'
import type { Shop } from './settings.ts'
import { openStock } from './stock.ts'

/**
 * A product with its one variant is one transaction, and its sku is unique: made twice it is refused. Its first count is
 * written by `openStock`, which finds what is there.
 */
export async function putPiece(
  shop: Shop,
  piece: OnlinePiece,
  ref: OnlineRef | null,
  call: Call,
): Promise<Done<OnlineRef>> {
  if (piece.count < 0) return refused('negativeStock', `${piece.count}`)
  const found = await findPiece(shop, piece.sku, ref, call.signal)
  if (found.end !== 'done') return found
  const pictures = await putPhotographs(shop, piece.photographs, found.value?.product ?? null, call.signal)
  if (pictures.end !== 'done') return pictures
  const input = productInput(piece, pictures.value, shop)
  const stands =
    found.value === null
      ? await create(shop, piece, input, call.signal)
      : await update(shop, piece, input, found.value, call.signal)
  if (stands.end !== 'done') return stands
  const open = await openStock(shop, stands.value, piece.count, call.signal)
  return open.end === 'done' ? stands : open
}

async function create(
  shop: Shop,
  piece: OnlinePiece,
  input: object,
  signal: Signal,
): Promise<Done<OnlineRef>> {
  const product = {
    ...input,
    // Made of the title where it is not said, and then two rugs of one name are one too many.
    handle: slugOf(piece.sku),
    options: [{ title: option.title, values: [option.value] }],
    variants: [{ ...variantInput(piece), options: { [option.title]: option.value } }],
  }
  const said = await ask(shop, 'POST', '/products', product, z.object({ product: withId }), signal)
  if (said.end !== 'done') return said
  const made = await findPiece(shop, piece.sku, null, signal)
  if (made.end !== 'done') return made
  return made.value === null ? refused('malformed', 'made and not there') : done(made.value)
}

/** The count is `setStock`'s alone from now on. */
async function update(
  shop: Shop,
  piece: OnlinePiece,
  input: object,
  ref: OnlineRef,
  signal: Signal,
): Promise<Done<OnlineRef>> {
  const said = await ask(
    shop,
    'POST',
    `/products/${ref.product}`,
    input,
    z.object({ product: withId }),
    signal,
  )
  if (said.end !== 'done') return said
  const path = `/products/${ref.product}/variants/${ref.variant}`
  const variant = await ask(shop, 'POST', path, variantInput(piece), z.object({ product: withId }), signal)
  return variant.end === 'done' ? done(ref) : variant
}

/** Drafts are shown to nobody. */
export async function hidePiece(shop: Shop, ref: OnlineRef, call: Call): Promise<Done> {
  const schema = z.object({ product: z.object({ status: z.literal('draft') }) })
  const said = await ask(shop, 'POST', `/products/${ref.product}`, { status: 'draft' }, schema, call.signal)
  return said.end === 'done' ? done(null) : said
}

import type { OnlinePiece, OnlineRef } from '#shared/marketplace/online.ts'
import { amount, type Currency } from '#shared/money/amount.ts'
import { done, refused } from '../json.ts'
import type { Call, Done, PiecePage } from '../marketplace.ts'
import type { WooApi } from './api.ts'
import { fieldsOf, pieceOf } from './piece-fields.ts'
import { type WooProduct, wooProduct } from './product.ts'
import { findSku, isVariation, pathOf, readRef, refOf, writeRef } from './refs.ts'
import type { WooCommerceSettings } from './settings.ts'
import { currencyOfShop } from './shop.ts'

/** Puts photographs where the shop can show them. @returns what `images` is written with; `null`: leave as they are */
export type PutPhotographs = (
  piece: OnlinePiece,
  call: Call,
) => Promise<Done<readonly { readonly id: number }[] | null>>

/**
 * A price means something in the shop's currency only, and a product does not say which that is: the shop is asked
 * first. A sku is unique among products, also among those in the bin; so a creation whose answer was lost is found by
 * the repetition, and never made twice.
 */
export async function putPiece(
  api: WooApi,
  settings: WooCommerceSettings,
  photographs: PutPhotographs,
  piece: OnlinePiece,
  ref: OnlineRef | null,
  call: Call,
): Promise<Done<OnlineRef>> {
  if (piece.count < 0) return refused('negativeStock', `${piece.sku}: ${piece.count}`)
  const currency = await currencyOfShop(api, call.signal)
  if (currency.end !== 'done') return currency
  if (currency.value !== 'MAD') return refused('otherCurrency', `the shop sells in ${currency.value}`)
  const there = await findPiece(api, piece, ref, call)
  if (there.end !== 'done') return there
  const images = await photographs(piece, call)
  if (images.end !== 'done') return images
  const change = {
    ...fieldsOf(piece, settings, there.value !== null && isVariation(there.value)),
    stock_quantity: piece.count,
    ...imagesOf(images.value, there.value),
  }
  const put =
    there.value === null
      ? await api.ask('POST', 'products', { type: 'simple', ...change }, wooProduct, call.signal)
      : await writeRef(api, there.value, change, call)
  if (put.end !== 'done') return put
  if (put.value.sku !== piece.sku) return refused('malformed', `${piece.sku} became ${put.value.sku}`)
  return done(there.value ?? refOf(put.value))
}

/** A variation has one image. */
const imagesOf = (images: readonly { readonly id: number }[] | null, ref: OnlineRef | null): object => {
  if (images === null) return {}
  return ref !== null && isVariation(ref) ? { image: images[0] } : { images }
}

/** By its ref, if what is there still has its sku: ids of a shop that was set up anew are another piece's. */
async function findPiece(
  api: WooApi,
  piece: OnlinePiece,
  ref: OnlineRef | null,
  call: Call,
): Promise<Done<OnlineRef | null>> {
  if (ref !== null) {
    const there = await readRef(api, ref, call)
    if (there.end === 'done' && there.value.sku === piece.sku) return done(ref)
    if (there.end !== 'done' && !(there.end === 'refused' && there.code === 'gone')) return there
  }
  const found = await findSku(api, piece.sku, call)
  if (found.end !== 'done') return found
  return done(found.value === null ? null : refOf(found.value))
}

export async function hidePiece(api: WooApi, ref: OnlineRef, call: Call): Promise<Done> {
  const hidden = await writeRef(api, ref, { status: 'private' }, call)
  if (hidden.end !== 'done') return hidden
  return hidden.value.status === 'private'
    ? done(null)
    : refused('refused', `it stays ${hidden.value.status}`)
}

/** A page of the shop's products, and of each product with variations all of these. @param page number, from 1 */
export async function listPieces(
  api: WooApi,
  settings: WooCommerceSettings,
  page: string | null,
  call: Call,
): Promise<Done<PiecePage>> {
  const number = Number(page ?? '1')
  if (!Number.isSafeInteger(number) || number < 1) return refused('malformed', 'no page of WooCommerce')
  const currency = await currencyOfShop(api, call.signal)
  if (currency.end !== 'done') return currency
  // A dirham is what the catalogue is priced in; another shop's prices would be taken for it.
  if (currency.value !== 'MAD') return refused('otherCurrency', `the shop sells in ${currency.value}`)
  const listed = await api.list(
    'products?status=publish&orderby=id&order=asc',
    number,
    wooProduct,
    call.signal,
  )
  if (listed.end !== 'done') return listed
  const pieces: PiecePage['pieces'][number][] = []
  const odd: OddPiece[] = []
  for (const product of listed.value.items) {
    const each = await piecesOf(api, settings, product, call)
    if (each.end !== 'done') return each
    pieces.push(...each.value.pieces)
    odd.push(...each.value.odd)
  }
  return done({ pieces, odd, next: listed.value.more ? String(number + 1) : null })
}

type OddPiece = NonNullable<PiecePage['odd']>[number]

/** Without a sku or a price there is nothing that a till could sell. */
async function piecesOf(
  api: WooApi,
  settings: WooCommerceSettings,
  product: WooProduct,
  call: Call,
): Promise<Done<{ readonly pieces: PiecePage['pieces']; readonly odd: readonly OddPiece[] }>> {
  const all = product.type === 'variable' ? await variationsOf(api, product, call) : done([product])
  if (all.end !== 'done') return all
  const pieces: PiecePage['pieces'][number][] = []
  const odd: OddPiece[] = []
  for (const each of all.value) {
    const { sku } = each
    const piece = sku === '' ? null : pieceOf(each, settings, product)
    if (piece === null) {
      const name = each.name || product.name || ''
      odd.push({ sku, name, code: 'malformed', text: sku === '' ? 'no sku' : 'no price' })
      continue
    }
    const ref = refOf(each, each === product ? 0 : product.id)
    pieces.push({ ref, piece, price: amount<Currency>(piece.price) })
  }
  return done({ pieces, odd })
}

async function variationsOf(
  api: WooApi,
  product: WooProduct,
  call: Call,
): Promise<Done<readonly WooProduct[]>> {
  const all: WooProduct[] = []
  for (let page = 1, more = true; more; page += 1) {
    const some = await api.list(
      `${pathOf(refOf(product))}/variations?orderby=id&order=asc`,
      page,
      wooProduct,
      call.signal,
    )
    if (some.end !== 'done') return some
    all.push(...some.value.items)
    more = some.value.more && some.value.items.length > 0
  }
  return done(all)
}

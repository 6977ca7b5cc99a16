import type { OnlineRef } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done } from '../marketplace.ts'
import type { WooApi } from './api.ts'
import { isAbout, type WooProduct, wooProduct } from './product.ts'

/** A piece is a simple product, whose variant it is itself, or one variation of a product. Stock is in one place. */
export const refOf = (product: WooProduct, parent = product.parent_id ?? 0): OnlineRef => ({
  product: String(parent === 0 ? product.id : parent),
  variant: String(product.id),
  stockItem: '',
  location: '',
})

export const pathOf = ({ product, variant }: OnlineRef): string =>
  variant === product ? `products/${product}` : `products/${product}/variations/${variant}`

export const isVariation = ({ product, variant }: OnlineRef): boolean => variant !== product

/** Ids are numbers here; anything else would be a path of somebody's making. */
export const isOurs = ({ product, variant }: OnlineRef): boolean =>
  [product, variant].every((id) => /^[1-9]\d{0,15}$/.test(id))

export const notOurs = refused('gone', 'no product id of WooCommerce')

export async function readRef(api: WooApi, ref: OnlineRef, call: Call): Promise<Done<WooProduct>> {
  if (!isOurs(ref)) return notOurs
  return isAbout(await api.ask('GET', pathOf(ref), undefined, wooProduct, call.signal), ref.variant)
}

export async function writeRef(
  api: WooApi,
  ref: OnlineRef,
  change: Readonly<Record<string, unknown>>,
  call: Call,
): Promise<Done<WooProduct>> {
  if (!isOurs(ref)) return notOurs
  return isAbout(await api.ask('PUT', pathOf(ref), change, wooProduct, call.signal), ref.variant)
}

/**
 * The one piece with this sku, `null` where there is none. `?sku=` finds products and variations, and in some versions
 * what only resembles it ([K]): only the same text counts. Two are `skuTwice`, for which of them is meant nobody knows.
 */
export async function findSku(api: WooApi, sku: string, call: Call): Promise<Done<WooProduct | null>> {
  const found = await api.list(
    `products?status=any&sku=${encodeURIComponent(sku)}`,
    1,
    wooProduct,
    call.signal,
  )
  if (found.end !== 'done') return found
  const [only, ...others] = found.value.items.filter((each) => each.sku === sku)
  if (others.length > 0) {
    return refused('skuTwice', `${sku}: ${[only, ...others].map((each) => each?.id).join(', ')}`)
  }
  return done(only ?? null)
}

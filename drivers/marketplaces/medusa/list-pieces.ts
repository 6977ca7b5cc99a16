import { z } from 'zod'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlinePiece } from '#shared/marketplace/online.ts'
import { amount, dirham } from '#shared/money/amount.ts'
import { minorOf } from '../decimal.ts'
import { textOf } from '../description.ts'
import { done, refused } from '../json.ts'
import { noDetails, readKept } from '../kept-piece.ts'
import type { Call, Done, PiecePage } from '../marketplace.ts'
import { ask } from './api.ts'
import { refOf, variant } from './find-piece.ts'
import type { Shop } from './settings.ts'

const pageSize = 100
const size = z.int().positive().nullish().catch(null)

const fields = [
  'id,sku,product_id,weight,length,width,height,*prices,inventory_items.inventory_item_id',
  '*inventory_items.inventory.location_levels,product.title,product.description,product.metadata',
].join(',')

const level = z.object({ location_id: z.string(), stocked_quantity: z.int() })
const listed = variant.extend({
  sku: z.string().nullable(),
  weight: size,
  length: size,
  width: size,
  height: size,
  prices: z.array(z.object({ currency_code: z.string(), amount: z.number() })),
  inventory_items: z.array(
    z.object({
      inventory_item_id: z.string(),
      inventory: z.object({ location_levels: z.array(level) }),
    }),
  ),
  product: z.object({
    title: z.string(),
    description: z.string().nullable(),
    metadata: z.record(z.string(), z.unknown()).nullable(),
  }),
})
type Listed = z.infer<typeof listed>

/**
 * Variants in the order they were made. One without a sku, or made of several things, is none of a craft shop's pieces
 * and is left out. Photographs stay where they are.
 *
 * @param page how many were listed before
 */
export async function listPieces(shop: Shop, page: string | null, call: Call): Promise<Done<PiecePage>> {
  const skip = Number(page ?? '0')
  if (!Number.isSafeInteger(skip) || skip < 0) return refused('malformed', 'not a page of this adapter')
  const query = { fields, order: 'created_at', offset: String(skip), limit: String(pageSize) }
  const path = `/product-variants?${new URLSearchParams(query)}`
  const said = await ask(shop, 'GET', path, undefined, z.object({ variants: z.array(listed) }), call.signal)
  if (said.end !== 'done') return said
  const pieces: PiecePage['pieces'][number][] = []
  const odd: NonNullable<PiecePage['odd']>[number][] = []
  for (const item of said.value.variants) {
    const ref = refOf(shop, item)
    if (ref.end !== 'done' || item.sku === null) continue
    const price = item.prices.find(({ currency_code }) => currency_code === 'mad')
    const minor = price === undefined ? null : minorOf(String(price.amount))
    if (minor === null) {
      odd.push({ sku: item.sku, name: item.product.title, code: 'otherCurrency', text: 'no price in MAD' })
      continue
    }
    pieces.push({ ref: ref.value, piece: pieceOf(item, minor, shop.settings.location), price: amount(minor) })
  }
  const { length } = said.value.variants
  return done({ pieces, odd, next: length === pageSize ? String(skip + pageSize) : null })
}

function pieceOf(item: Listed, price: number, location: string): OnlinePiece {
  const { metadata, title, description } = item.product
  const kept = readKept(metadata?.hanout)
  const levels = item.inventory_items.flatMap(({ inventory }) => inventory.location_levels)
  const { weight, length, width, height } = item
  return {
    sku: (item.sku ?? '') as Sku,
    // Renamed online since: then what is read there is what it is called.
    name: kept !== null && Object.values(kept.name).includes(title) ? kept.name : { fr: title },
    description: kept?.description ?? { fr: textOf(description ?? '') },
    price: dirham(price),
    unique: metadata?.hanoutUnique === true,
    count: Math.max(0, levels.find(({ location_id }) => location_id === location)?.stocked_quantity ?? 0),
    details: kept?.details ?? noDetails,
    weightGrams: weight ?? null,
    sizeMillimetres: length && width && height ? { length, width, height } : null,
    photographs: [],
  }
}

import { z } from 'zod'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlinePiece, OnlineRef } from '#shared/marketplace/online.ts'
import { amount, type Currency, dirham } from '#shared/money/amount.ts'
import { minorOf } from '../decimal.ts'
import { textOf } from '../description.ts'
import { done, refused } from '../json.ts'
import { noDetails, readKept } from '../kept-piece.ts'
import type { Call, Done, PiecePage } from '../marketplace.ts'
import type { ShopifyApi } from './api.ts'
import { gid, numberOf } from './gid.ts'
import { refOf, type Variant, variant, variantFields } from './variant.ts'

const findQuery = `query ($variant: ID!, $sku: String!) {
  shop { currencyCode }
  productVariant(id: $variant) { ${variantFields} }
  productVariants(first: 10, query: $sku) { nodes { ${variantFields} } }
}`
const found = z.object({
  shop: z.object({ currencyCode: z.string() }),
  productVariant: variant.nullable(),
  productVariants: z.object({ nodes: z.array(variant) }),
})

/**
 * By its ref, if what is there still has its sku; else by its sku. A search in Shopify also finds what resembles, and
 * may not yet find what was made just now ([K]): only the same text counts, and a creation does not rely on it. The
 * shop's currency comes with it, for a variant's price is in no other and does not say so.
 */
export async function findPiece(
  api: ShopifyApi,
  { sku }: OnlinePiece,
  ref: OnlineRef | null,
  call: Call,
): Promise<Done<Variant | null>> {
  const known = ref !== null && numberOf('ProductVariant', ref.variant) !== null ? ref.variant : null
  const variables = {
    variant: known ?? gid('ProductVariant', '1'),
    sku: `sku:"${sku.replaceAll(/["\\]/g, '\\$&')}"`,
  }
  const said = await api.ask(findQuery, variables, found, call.signal)
  if (said.end !== 'done') return said
  const { shop, productVariant, productVariants } = said.value
  if (shop.currencyCode !== 'MAD') return refused('otherCurrency', `the shop sells in ${shop.currencyCode}`)
  if (known !== null && productVariant?.id === known && productVariant.sku === sku) {
    return done(productVariant)
  }
  const same = productVariants.nodes.filter((each) => each.sku === sku)
  if (same.length > 1) return refused('skuTwice', `${sku}: ${same.map(({ id }) => id).join(', ')}`)
  return done(same[0] ?? null)
}

const variantQuery = `query ($id: ID!) { productVariant(id: $id) { ${variantFields} } }`
const oneVariant = z.object({ productVariant: variant.nullable() })

export async function readVariant(api: ShopifyApi, ref: OnlineRef, call: Call): Promise<Done<Variant>> {
  if (numberOf('ProductVariant', ref.variant) === null) return refused('gone', 'no variant of Shopify')
  const said = await api.ask(variantQuery, { id: ref.variant }, oneVariant, call.signal)
  if (said.end !== 'done') return said
  const { productVariant: there } = said.value
  if (there === null) return refused('gone', 'no such variant')
  return there.id === ref.variant ? done(there) : refused('malformed', `answered with ${there.id}`)
}

const listQuery = `query ($after: String, $location: ID!) {
  shop { currencyCode }
  productVariants(first: 50, after: $after, sortKey: ID) {
    nodes {
      ${variantFields}
      stock: inventoryItem {
        inventoryLevel(locationId: $location) { quantities(names: ["available"]) { quantity } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`
const listed = z.object({
  shop: z.object({ currencyCode: z.string() }),
  productVariants: z.object({
    nodes: z.array(
      variant.extend({
        stock: z.object({
          inventoryLevel: z.object({ quantities: z.array(z.object({ quantity: z.int() })) }).nullable(),
        }),
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
})

/** Fifty at a time: each brings ten objects along, and a question may cost 1,000 points ([S] rate limits). */
export async function listPieces(api: ShopifyApi, page: string | null, call: Call): Promise<Done<PiecePage>> {
  const { location } = api.settings
  const said = await api.ask(listQuery, { after: page, location }, listed, call.signal)
  if (said.end !== 'done') return said
  const { shop, productVariants } = said.value
  if (shop.currencyCode !== 'MAD') return refused('otherCurrency', `the shop sells in ${shop.currencyCode}`)
  const { hasNextPage, endCursor } = productVariants.pageInfo
  if (hasNextPage && (endCursor === null || endCursor === page))
    return refused('malformed', 'a page without end')
  const pieces: PiecePage['pieces'][number][] = []
  const odd: NonNullable<PiecePage['odd']>[number][] = []
  for (const each of productVariants.nodes) {
    const price = minorOf(each.price)
    if (each.product.status !== 'ACTIVE') continue
    if (!each.sku || price === null || price < 0) {
      const text = each.sku ? 'no price' : 'no sku'
      odd.push({ sku: each.sku ?? '', name: each.product.title, code: 'malformed', text })
      continue
    }
    const count = Math.max(0, each.stock.inventoryLevel?.quantities[0]?.quantity ?? 0)
    pieces.push({
      ref: refOf(each, location),
      piece: pieceOf(each, each.sku as Sku, price, count, api.settings.language),
      price: amount<Currency>(price),
    })
  }
  return done({ pieces, odd, next: hasNextPage ? endCursor : null })
}

function pieceOf(
  each: Variant,
  sku: Sku,
  price: number,
  count: number,
  language: 'fr' | 'ar' | 'en',
): OnlinePiece {
  const kept = readKept(each.product.metafield?.value)
  const weight = each.inventoryItem.measurement.weight
  return {
    sku,
    name: kept?.name ?? { [language]: each.product.title },
    description: kept?.description ?? { [language]: textOf(each.product.descriptionHtml) },
    price: dirham(price),
    unique: count === 1,
    count,
    details: kept?.details ?? noDetails,
    // Kilograms come as a binary fraction; a gram more or less is what a scale does, too.
    weightGrams:
      weight === null ? null : Math.round(weight.value * (gramsPer[weight.unit] ?? Number.NaN)) || null,
    sizeMillimetres: null,
    photographs: [],
  }
}

const gramsPer: Readonly<Record<string, number>> = { GRAMS: 1, KILOGRAMS: 1_000 }

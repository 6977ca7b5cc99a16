import { z } from 'zod'
import type { LocalizedText } from '#shared/catalogue/item.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlinePiece } from '#shared/marketplace/online.ts'
import { amount, dirham } from '#shared/money/amount.ts'
import { textOf } from '../description.ts'
import { done, refused } from '../json.ts'
import { noDetails } from '../kept-piece.ts'
import type { Call, Done, PiecePage } from '../marketplace.ts'
import { refOf } from './find-piece.ts'
import { ask } from './graphql.ts'
import type { Shop } from './settings.ts'
import { variantLevels } from './stock.ts'

const pageSize = 100
const size = z.int().positive().nullish()

const listed = variantLevels.extend({
  id: z.string(),
  sku: z.string(),
  prices: z.array(z.object({ currencyCode: z.string(), price: z.int().min(0) })),
  product: z.object({
    id: z.string(),
    translations: z.array(z.object({ languageCode: z.string(), name: z.string(), description: z.string() })),
  }),
  customFields: z
    .object({
      weightGrams: size,
      lengthMm: size,
      widthMm: size,
      heightMm: size,
      oneOfAKind: z.boolean().nullish(),
    })
    .optional(),
})
type Listed = z.infer<typeof listed>

/**
 * Variants by id, so that what is added while it is read comes last. Without our plugin nothing says that there is one of
 * a kind, and none is taken for one. Photographs stay where they are.
 *
 * @param page how many were listed before
 */
export async function listPieces(shop: Shop, page: string | null, call: Call): Promise<Done<PiecePage>> {
  const skip = Number(page ?? '0')
  if (!Number.isSafeInteger(skip) || skip < 0) return refused('malformed', 'not a page of this adapter')
  const fields = shop.settings.plugin
    ? 'customFields { weightGrams lengthMm widthMm heightMm oneOfAKind }'
    : ''
  const query = `query ($options: ProductVariantListOptions) { productVariants(options: $options) { items {
    id sku prices { currencyCode price } stockLevels { stockLocationId stockOnHand stockAllocated }
    product { id translations { languageCode name description } } ${fields}
  } } }`
  const schema = z.object({ productVariants: z.object({ items: z.array(listed) }) })
  const options = { skip, take: pageSize, sort: { id: 'ASC' } }
  const said = await ask(shop, query, { options }, schema, call.signal)
  if (said.end !== 'done') return said
  const { items } = said.value.productVariants
  const pieces: PiecePage['pieces'][number][] = []
  const odd: NonNullable<PiecePage['odd']>[number][] = []
  for (const item of items) {
    const price = item.prices.find(({ currencyCode }) => currencyCode === 'MAD')
    if (price === undefined) {
      const name = item.product.translations[0]?.name ?? ''
      odd.push({ sku: item.sku, name, code: 'otherCurrency', text: 'no price in MAD' })
      continue
    }
    const piece = pieceOf(item, price.price, shop.settings.location)
    pieces.push({ ref: refOf(shop, item), piece, price: amount(piece.price) })
  }
  return done({ pieces, odd, next: items.length === pageSize ? String(skip + pageSize) : null })
}

function pieceOf(item: Listed, price: number, location: string): OnlinePiece {
  const level = item.stockLevels.find(({ stockLocationId }) => stockLocationId === location)
  const { weightGrams, lengthMm, widthMm, heightMm, oneOfAKind } = item.customFields ?? {}
  return {
    sku: item.sku as Sku,
    name: inOurLanguages(item, ({ name }) => name),
    description: inOurLanguages(item, ({ description }) => textOf(description)),
    price: dirham(price),
    unique: oneOfAKind ?? false,
    count: Math.max(0, level?.stockOnHand ?? 0),
    details: noDetails,
    weightGrams: weightGrams ?? null,
    sizeMillimetres:
      lengthMm && widthMm && heightMm ? { length: lengthMm, width: widthMm, height: heightMm } : null,
    photographs: [],
  }
}

function inOurLanguages(
  { product }: Listed,
  text: (translation: Listed['product']['translations'][number]) => string,
): LocalizedText {
  const ours = product.translations.filter(({ languageCode }) => ['fr', 'ar', 'en'].includes(languageCode))
  return Object.fromEntries(
    ours.map((each) => [each.languageCode, text(each)]).filter(([, said]) => said !== ''),
  )
}

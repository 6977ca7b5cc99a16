import type { LocalizedText } from '#shared/catalogue/item.ts'
import type { OnlinePiece } from '#shared/marketplace/online.ts'
import { describe } from '../description.ts'
import { keptText } from '../kept-piece.ts'
import { majorOf } from './major.ts'
import type { Pictures } from './photographs.ts'
import type { Shop } from './settings.ts'

/** Medusa keeps one text; the others go beside it. The first that is there of these. */
const languages = ['fr', 'ar', 'en'] as const
/** Every product has an option; a piece has one value of it. */
export const option = { title: 'Pièce', value: 'Unique' }

const leading = (text: LocalizedText): (typeof languages)[number] =>
  languages.find((language) => (text[language] ?? '') !== '') ?? 'fr'

/** What creating and updating a product have in common. */
export function productInput(piece: OnlinePiece, pictures: Pictures, { settings }: Shop): object {
  const urls = Object.values(pictures)
  const language = leading(piece.name)
  return {
    title: piece.name[language] ?? piece.sku,
    description: describe(piece, language),
    status: 'published',
    ...(piece.details.materials === '' ? {} : { material: piece.details.materials }),
    ...(urls.length === 0 ? {} : { images: urls.map((url) => ({ url })), thumbnail: urls[0] }),
    sales_channels: [{ id: settings.salesChannel }],
    shipping_profile_id: settings.shippingProfile,
    metadata: { hanout: keptText(piece), hanoutUnique: piece.unique, hanoutPictures: pictures },
  }
}

/** Weight in grams, sizes in millimetres: Medusa has no unit of its own. */
export function variantInput(piece: OnlinePiece): object {
  const { weightGrams, sizeMillimetres } = piece
  return {
    title: piece.name[leading(piece.name)] ?? piece.sku,
    sku: piece.sku,
    manage_inventory: true,
    allow_backorder: false,
    ...(weightGrams === null ? {} : { weight: weightGrams }),
    ...(sizeMillimetres === null ? {} : sizeMillimetres),
    prices: [{ currency_code: 'mad', amount: majorOf(piece.price) }],
  }
}

import type { LocalizedText } from '#shared/catalogue/item.ts'
import type { OnlinePiece } from '#shared/marketplace/online.ts'
import { describe } from '../description.ts'
import { slugOf } from '../slug.ts'
import type { VendureSettings } from './settings.ts'

const languages = ['fr', 'ar', 'en'] as const

/** `CreateProductInput` without its assets. A language the shop has no name in is left to the shop's first one. */
export function productInput(piece: OnlinePiece): object {
  const translations = namedIn(piece.name).map((languageCode) => ({
    languageCode,
    name: piece.name[languageCode],
    slug: slugOf(piece.sku),
    description: describe(piece, languageCode),
  }))
  return { enabled: true, translations }
}

/** What creating and updating a variant have in common. */
export function variantInput(piece: OnlinePiece, { plugin }: VendureSettings): object {
  return {
    sku: piece.sku,
    enabled: true,
    trackInventory: 'TRUE',
    prices: [{ currencyCode: 'MAD', price: piece.price }],
    translations: namedIn(piece.name).map((languageCode) => ({
      languageCode,
      name: piece.name[languageCode],
    })),
    ...(plugin ? { customFields: shippingFields(piece) } : {}),
  }
}

function shippingFields({ weightGrams, sizeMillimetres, unique }: OnlinePiece): object {
  return {
    weightGrams,
    lengthMm: sizeMillimetres?.length ?? null,
    widthMm: sizeMillimetres?.width ?? null,
    heightMm: sizeMillimetres?.height ?? null,
    oneOfAKind: unique,
  }
}

const namedIn = (name: LocalizedText): (typeof languages)[number][] =>
  languages.filter((language) => (name[language] ?? '') !== '')

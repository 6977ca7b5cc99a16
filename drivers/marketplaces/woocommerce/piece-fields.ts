import type { LocalizedText } from '#shared/catalogue/item.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import type { OnlinePiece } from '#shared/marketplace/online.ts'
import { dirham } from '#shared/money/amount.ts'
import { formatData } from '#shared/money/format.ts'
import { minorOf } from '../decimal.ts'
import { asHtml, details, textOf } from '../description.ts'
import { detailWords } from '../detail-words.data.ts'
import { keptText, noDetails, readKept } from '../kept-piece.ts'
import { lengthPlaces, shifted, unshifted, weightPlaces } from '../shifted.ts'
import type { WooProduct } from './product.ts'
import type { WooCommerceSettings } from './settings.ts'

/** Where the other languages and the details of a piece are kept: WooCommerce itself has one language. */
const metaKey = 'hanout_piece'

/** What is written of a piece, count and photographs apart. @param variation a variation has no name of its own */
export function fieldsOf(piece: OnlinePiece, settings: WooCommerceSettings, variation: boolean): object {
  const { language, weightUnit, lengthUnit } = settings
  const { weightGrams, sizeMillimetres: size } = piece
  const length = (mm: number): string => shifted(mm, lengthPlaces[lengthUnit])
  return {
    sku: piece.sku,
    status: 'publish',
    regular_price: formatData(piece.price),
    description: asHtml(textIn(piece.description, language)),
    manage_stock: true,
    backorders: 'no',
    ...(weightGrams === null ? {} : { weight: shifted(weightGrams, weightPlaces[weightUnit]) }),
    ...(size === null
      ? {}
      : {
          dimensions: { length: length(size.length), width: length(size.width), height: length(size.height) },
        }),
    meta_data: [
      {
        key: metaKey,
        value: keptText(piece),
      },
    ],
    ...(variation
      ? {}
      : {
          name: textIn(piece.name, language),
          sold_individually: piece.unique,
          attributes: details
            .filter((detail) => piece.details[detail] !== '')
            .map((detail) => ({
              name: detailWords[language][detail],
              visible: true,
              options: [piece.details[detail]],
            })),
        }),
  }
}

/** @returns `null` where its price is none */
export function pieceOf(
  product: WooProduct,
  settings: WooCommerceSettings,
  parent = product,
): OnlinePiece | null {
  const minor = minorOf(product.regular_price || product.price || '')
  if (minor === null || minor < 0) return null
  const said = readKept(product.meta_data?.find(({ key }) => key === metaKey)?.value)
  const name = product.name || parent.name || product.sku
  return {
    sku: product.sku as Sku,
    name: said?.name ?? { [settings.language]: name },
    description: said?.description ?? { [settings.language]: textOf(product.description ?? '') },
    price: dirham(minor),
    unique: product.stock_quantity === 1,
    count: product.stock_quantity ?? 0,
    details: said?.details ?? noDetails,
    weightGrams: unshifted(product.weight ?? '', weightPlaces[settings.weightUnit]),
    sizeMillimetres: sizeOf(product, lengthPlaces[settings.lengthUnit]),
    photographs: [],
  }
}

function sizeOf({ dimensions }: WooProduct, places: number): OnlinePiece['sizeMillimetres'] {
  const [length, width, height] = [dimensions?.length, dimensions?.width, dimensions?.height].map((text) =>
    unshifted(text ?? '', places),
  )
  return length == null || width == null || height == null ? null : { length, width, height }
}

/** The shop's language, else the first there is. */
const textIn = (text: LocalizedText, language: ScreenLanguage): string =>
  text[language] ?? text.fr ?? text.en ?? text.ar ?? ''

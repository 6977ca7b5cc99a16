import type { PiecePage } from '#drivers/marketplaces/marketplace.ts'
import type { CatalogueItem, LocalizedText } from '#shared/catalogue/item.ts'
import { itemSchema } from '#shared/contract/command-schema.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { ListingTrouble } from '#shared/marketplace/facts.ts'
import type { OnlinePiece } from '#shared/marketplace/online.ts'
import type { VatClass } from '#shared/tax/vat-class.ts'

type ListedPiece = PiecePage['pieces'][number]

/** What the shop has already of a piece, its count as it is now; and what is taken of its own where it has nothing. */
export interface ImportInto {
  readonly known: CatalogueItem | null
  readonly vat: VatClass
}

/**
 * A piece of the marketplace as an item of the catalogue. Of an item that the shop has already stays what no platform knows:
 * floor, owner, VAT, barcodes, category, whether it is one of a kind, and the count, which the till itself keeps.
 */
export function importedItem(
  { piece, price }: ListedPiece,
  { known, vat }: ImportInto,
): Result<CatalogueItem, ListingTrouble> {
  const trouble = troubleWith(piece, price)
  if (trouble !== null) return err(trouble)
  const { maker, village, ...details } = piece.details
  const own = known ?? newcomer(piece, vat)
  const item: CatalogueItem = {
    ...own,
    name: { ...own.name, ...namesOf(piece.name) },
    price: piece.price,
    // A floor above the price is none.
    floor: own.floor !== null && own.floor > piece.price ? piece.price : own.floor,
    maker: saidOf(maker) ?? own.maker,
    village: saidOf(village) ?? own.village,
    ...shippingOf(piece, own),
    ...(Object.values(details).some((text) => text !== '') ? { details } : {}),
  }
  const judged = itemSchema.safeParse(item)
  if (judged.success) return ok(item)
  const [issue] = judged.error.issues
  return err({ code: 'malformed', text: `${issue?.path.join('.')}: ${issue?.message}` })
}

function troubleWith(piece: OnlinePiece, price: number): ListingTrouble | null {
  if (piece.sku === '') return { code: 'malformed', text: 'no sku' }
  if (Object.keys(namesOf(piece.name)).length === 0) return { code: 'malformed', text: 'no name' }
  if (price !== piece.price) return { code: 'otherCurrency', text: String(price) }
  if (piece.count < 0) return { code: 'negativeStock', text: String(piece.count) }
  if (piece.unique && piece.count > 1) return { code: 'malformed', text: `one of a kind, and ${piece.count}` }
  return null
}

const newcomer = (piece: OnlinePiece, vat: VatClass): CatalogueItem => ({
  sku: piece.sku,
  name: {},
  price: piece.price,
  floor: null,
  vat,
  unique: piece.unique,
  stock: piece.count,
  owner: null,
  barcodes: [],
  category: null,
  maker: null,
  village: null,
})

const namesOf = (name: LocalizedText): LocalizedText =>
  Object.fromEntries(
    Object.entries(name)
      .map(([language, text]) => [language, text.toWellFormed().trim()])
      .filter(([, text]) => text !== ''),
  )

const saidOf = (text: string): string | null => (text.trim() === '' ? null : text.toWellFormed().trim())

/** Measures that the platform has; where it has none, the shop's own. */
function shippingOf(
  { weightGrams, sizeMillimetres }: OnlinePiece,
  { shipping }: CatalogueItem,
): Pick<CatalogueItem, 'shipping'> {
  const next = {
    weightGrams: weightGrams ?? shipping?.weightGrams ?? null,
    sizeMillimetres: sizeMillimetres ?? shipping?.sizeMillimetres ?? null,
  }
  return next.weightGrams === null && next.sizeMillimetres === null ? {} : { shipping: next }
}

import type { CatalogueItem } from '../catalogue/item.ts'
import type { OnlinePiece } from './online.ts'

/**
 * An item of the catalogue as buyers are to see it.
 * @param count to be told, ≥ 0
 * @param photographs the first is the one shown in lists
 */
export const onlinePieceOf = (
  item: CatalogueItem,
  count: number,
  photographs: OnlinePiece['photographs'],
): OnlinePiece => ({
  sku: item.sku,
  name: item.name,
  // The catalogue has none: what buyers read is made of the details.
  description: {},
  price: item.price,
  unique: item.unique,
  count,
  details: {
    maker: item.maker ?? '',
    village: item.village ?? '',
    technique: item.details?.technique ?? '',
    materials: item.details?.materials ?? '',
    dimensions: item.details?.dimensions ?? '',
    stamps: item.details?.stamps ?? '',
  },
  weightGrams: item.shipping?.weightGrams ?? null,
  sizeMillimetres: item.shipping?.sizeMillimetres ?? null,
  photographs,
})

import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'

const good = (sku: string, price: number, stock: number): CatalogueItem => ({
  sku: sku as Sku,
  name: { fr: sku },
  price: dirham(price),
  floor: null,
  vat: '20',
  unique: stock === 1,
  stock,
  owner: null,
  barcodes: [],
  category: null,
  maker: null,
  village: null,
})

/** One-of-a-kind pieces, few, so that everybody wants the same. */
export const rugs: readonly CatalogueItem[] = ['RUG-1', 'RUG-2', 'RUG-3'].map((sku) => good(sku, 120_000, 1))
/** A counted item, enough for everybody of a day. */
export const pots = good('POT', 9_000, 400)
export const raceGoods: readonly CatalogueItem[] = [...rugs, pots]

import type { ShopSettings } from '../cart/settings.ts'
import type { PersonId, Sku } from '../kernel/ids.ts'
import type { Person } from '../kernel/person.ts'
import { dirham } from '../money/amount.ts'
import { demoCategoryKeys } from './categories.data.ts'
import { type DemoRow, demoOwners, demoPieces } from './demo-pieces.data.ts'
import { internalEan13 } from './ean.ts'
import type { CatalogueItem } from './item.ts'

/** Handmade rugs of local production are exempt (CGI art. 91-I-C-4°); the rest is sold under the ordinary rate. */
const exempt: ReadonlySet<string> = new Set(['rugs'])

function itemOf(category: string, row: DemoRow, label: number): CatalogueItem {
  const [sku, ar, fr, en, priceDh, floorDh, stock, maker, village, owner] = row
  return {
    sku: sku as Sku,
    name: { ar, fr, en },
    price: dirham(priceDh * 100),
    floor: floorDh === null ? null : dirham(floorDh * 100),
    vat: exempt.has(category) ? 'exempt' : '20',
    unique: stock === 'piece',
    stock: stock === 'piece' ? 1 : stock,
    owner: owner === undefined ? null : demoOwners[owner],
    barcodes: [internalEan13(label)],
    category,
    maker,
    village,
  }
}

/** Labels run 1001, 1002 … inside a category and by thousands across them, as a shop numbers its stickers. */
const items: readonly CatalogueItem[] = demoCategoryKeys.flatMap((category, shelf) =>
  demoPieces[category].map((row, place) => itemOf(category, row, (shelf + 1) * 1000 + place + 1)),
)

const people: readonly Person[] = [
  { id: 'hassan' as PersonId, name: 'Hassan', role: 'owner' },
  { id: 'omar' as PersonId, name: 'Omar', role: 'manager' },
  { id: 'amina' as PersonId, name: 'Amina', role: 'cashier' },
  { id: 'fatima' as PersonId, name: 'Fatima', role: 'cashier' },
]

/** Identifiers have the right shape and belong to nobody. */
const settings: ShopSettings = {
  shop: {
    name: 'Bazar Hanout',
    nameAr: 'بازار حانوت',
    address: '12, rue Souk Chouari, Médina',
    city: 'Marrakech',
    phone: '+212 5 00 00 00 00',
    ice: '001234567000062',
    taxId: '00000000',
    patente: '00000000',
    tradeRegister: '00000 Marrakech',
    cnss: '0000000',
  },
  cashRounding: dirham(10),
  cashCeiling: dirham(2_000_000),
  receiptLanguage: 'fr',
  euroRate: 108_300,
}

/** The shop that "try the demo" opens: real kinds of pieces, invented people, everyone's PIN is 1234. */
export const demoShop = { settings, people, items, pin: '1234' } as const

import type { ShopSettings } from '#shared/cart/settings.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'

export const demoSettings: ShopSettings = {
  shop: {
    name: 'Dar Zarbia',
    nameAr: 'دار الزربية',
    address: '12, rue Souika',
    city: 'Rabat',
    phone: '+212 537 00 00 00',
    ice: '001234567000089',
    taxId: '12345678',
    patente: '25100000',
    tradeRegister: '12345',
    cnss: '1234567',
  },
  cashRounding: dirham(10),
  cashCeiling: dirham(2_000_000),
  receiptLanguage: 'fr',
  euroRate: 108_000,
}

const things: readonly (readonly [string, string, string, string])[] = [
  ['زربية', 'Tapis', 'Rug', 'rugs'],
  ['طاجين', 'Tajine', 'Tagine', 'pottery'],
  ['إبريق شاي', 'Théière', 'Teapot', 'metal'],
  ['بلغة', 'Babouches', 'Slippers', 'leather'],
  ['فانوس', 'Lanterne', 'Lantern', 'metal'],
  ['صندوق', 'Coffret', 'Box', 'wood'],
  ['مرآة', 'Miroir', 'Mirror', 'wood'],
  ['قفة', 'Panier', 'Basket', 'wicker'],
]
const places: readonly (readonly [string, string])[] = [
  ['تازناخت', 'Taznakht'],
  ['آسفي', 'Safi'],
  ['فاس', 'Fès'],
  ['الصويرة', 'Essaouira'],
  ['مراكش', 'Marrakech'],
  ['تطوان', 'Tétouan'],
  ['أزيلال', 'Azilal'],
]
const colours: readonly (readonly [string, string, string])[] = [
  ['أزرق', 'bleu', 'blue'],
  ['أحمر', 'rouge', 'red'],
  ['أخضر', 'vert', 'green'],
  ['زعفراني', 'safran', 'saffron'],
  ['أسود', 'noir', 'black'],
]

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T

/** The n-th item of a made-up catalogue; every fifth is one of a kind, every third on consignment. */
export function demoItem(n: number): CatalogueItem {
  const [ar, fr, en, category] = pick(things, n)
  const [placeAr, place] = pick(places, Math.floor(n / things.length))
  const [colourAr, colourFr, colourEn] = pick(colours, Math.floor(n / 56))
  const price = dirham(2_000 + ((n * 137) % 4000) * 50)
  const unique = n % 5 === 4
  return {
    sku: `${category.slice(0, 3).toUpperCase()}-${String(n).padStart(6, '0')}` as Sku,
    name: {
      ar: `${ar} ${colourAr} ${placeAr} ${n}`,
      fr: `${fr} ${colourFr} de ${place} n° ${n}`,
      en: `${en}, ${colourEn}, ${place} ${n}`,
    },
    price,
    floor: n % 2 === 0 ? dirham(Math.floor(price / 2)) : null,
    vat: pick(['20', '10', '20', 'exempt'] as const, n),
    unique,
    stock: unique ? 1 : 40,
    owner: n % 3 === 0 ? { owner: `Coopérative ${place}`, sharePpm: 600_000 } : null,
    barcodes: [String(6_110_000_000_000 + n)],
    category,
    maker: `Maâlem ${pick(['Brahim', 'Fatima', 'Hassan', 'Aïcha'], n)}`,
    village: place,
  }
}

import { type ShopSettings, unsetSettings } from '#shared/cart/settings.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Approval } from '#shared/kernel/attempt.ts'
import type { Buyer, PieceDetails, Visitor } from '#shared/kernel/papers.ts'
import type { OnlineOrderId, TakenOrder, TakenOrderLine } from '#shared/marketplace/order.ts'
import { dirham, sum, times, zero } from '#shared/money/amount.ts'
import { signed } from '#shared/qr/checksum.ts'

export const plainSettings: ShopSettings = {
  ...unsetSettings,
  shop: { ...unsetSettings.shop, name: 'Dar Zellij', nameAr: 'دار الزليج' },
}

/** @param price minor units */
export const item = (sku: string, price: number, more: Partial<CatalogueItem> = {}): CatalogueItem => ({
  sku: sku as CatalogueItem['sku'],
  name: { fr: sku },
  price: dirham(price),
  floor: null,
  vat: '20',
  unique: false,
  stock: 5,
  owner: null,
  barcodes: [],
  category: null,
  maker: null,
  village: null,
  ...more,
})

/** An order that adds up. */
export function takenOrder(
  id: OnlineOrderId,
  lines: readonly TakenOrderLine[],
  more: Partial<TakenOrder> = {},
): TakenOrder {
  const shipping = more.shipping ?? zero
  return {
    id,
    number: `N-${id}`,
    placedAt: { utcMs: 1_789_999_000_000, offsetMinutes: 60 },
    lines,
    shipping,
    total: sum([...lines.map(({ price, units }) => times(price, units)), shipping]),
    delivery: 'ship',
    language: 'es-AR',
    country: 'AR',
    ...more,
  }
}

/** A bank's code as it gives it to a shop (EMVCo merchant-presented, its check made here). */
export const merchantQr = signed(
  '00020101021126330011ma.acquirer0114123456789012345204594753035045802MA5910DAR ZELLIJ6009MARRAKECH',
)

export const approval: Approval = {
  maskedPan: '516794******3315',
  scheme: 'MASTERCARD',
  authorisation: '123456',
  trace: '000123',
  terminalId: '00112233',
  terminalTime: null,
  slip: [],
}

export const buyer: Buyer = { name: 'Riad Sud', address: 'Marrakech', ice: '001234567000089' }

export const visitor: Visitor = {
  name: 'Ana',
  nationality: 'ES',
  residence: 'ES',
  passport: 'XA12345',
  address: '',
  bank: '',
}

export const piece: PieceDetails = {
  maker: 'Aïcha',
  village: 'Taznakht',
  technique: '',
  materials: '',
  dimensions: '',
  stamps: '',
}

import type { ShopSettings } from '#shared/cart/settings.ts'
import type { Ticket } from '#shared/cart/ticket.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import { dirham } from '#shared/money/amount.ts'
import type { TaxSettings } from '#shared/tax/regime.ts'
import { Counter } from '#test/models/checkout/counter.ts'
import { item, plainSettings } from '#test/models/checkout/fixtures.ts'
import { payCash, scan } from '#test/models/checkout/shop.ts'

/** What a craft shop sells, in every class; the vase is sold in its maker's name. */
export const goods: readonly CatalogueItem[] = [
  item('LAMP', 12_000),
  item('OIL', 8_500, { vat: '10' }),
  item('BOOK', 2_110, { vat: '5.5' }),
  item('PAPER', 310, { vat: '2.1' }),
  item('RUG', 380_000, { vat: 'exempt' }),
  item('DATES', 4_000, { vat: 'exempt', exemption: 'dates' }),
  item('VASE', 15_000, { owner: { owner: 'Fatima', sharePpm: 800_000, role: 'agent' } }),
  item('BOWL', 9_900, { owner: { owner: 'Coop', sharePpm: 700_000, role: 'principal' } }),
]

const firstDayMs = Date.UTC(2026, 8, 21)

/** The number of a day as `Counter.day` counts them. */
const dayNumber = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - firstDayMs) / 86_400_000

/** A shop of several days under its own tax settings; it begins closed. */
export function taxedShop(tax: TaxSettings | undefined, more: Partial<ShopSettings> = {}): Counter {
  const counter = new Counter()
  const settings = { ...plainSettings, ...more, ...(tax === undefined ? {} : { tax }) }
  const refused = counter.command({ type: 'configure', settings })
  if (refused !== null) throw new Error(`not set up: ${refused}`)
  counter.command({ type: 'loadCatalogue', items: goods })
  return counter
}

export function openOn(counter: Counter, day: string): void {
  counter.day = dayNumber(day)
  counter.command({ type: 'openShift', cashier: 'amina', float: dirham(0) })
}

export const close = (counter: Counter): void => {
  counter.command({ type: 'closeShift', counted: dirham(0) })
}

/** Sells these for cash, all of it. @returns the ticket */
export function sell(counter: Counter, ...skus: readonly string[]): Ticket {
  for (const sku of skus) scan(counter, sku)
  payCash(counter, 10_000_000)
  return lastTicket(counter)
}

export function lastTicket(counter: Counter): Ticket {
  const ticket = counter.tickets().at(-1)
  if (ticket === undefined) throw new Error('no ticket was made')
  return ticket
}

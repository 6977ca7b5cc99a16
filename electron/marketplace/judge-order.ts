import type { OrderPage } from '#drivers/marketplaces/marketplace.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import type { OnlineBuyer, OnlineOrder } from '#shared/marketplace/online.ts'
import type { OddOrder, OnlineOrderId, TakenOrder, TakenOrderLine } from '#shared/marketplace/order.ts'
import { type Dirham, dirham } from '#shared/money/amount.ts'
import { formatData } from '#shared/money/format.ts'

/** An order as the journal is to have it, and why it cannot be taken as it is; `null`: it can. */
export interface JudgedOrder {
  readonly order: TakenOrder
  readonly odd: { readonly because: OddOrder; readonly text: string } | null
}

/** The journal keeps what a person needs to know an order by, not all that somebody could type. */
const longest = 200

/** What the journal can keep: half a character, as a cut text may end in, has no place in JSON. */
const kept = (text: string): string => text.toWellFormed().slice(0, longest).toWellFormed()

/** @param isOurs whether the catalogue has an item */
export function judgeOrder(order: OnlineOrder, isOurs: (sku: Sku) => boolean): JudgedOrder {
  const inDirham = order.currency === 'MAD'
  // Amounts in another currency would be read as dirhams: the order is taken without them.
  const price = (minor: number): Dirham => dirham(inDirham ? minor : 0)
  const countable = order.lines.filter(({ units }) => Number.isSafeInteger(units) && units > 0)
  const lines = countable.map(({ sku, name, units, price: each }): TakenOrderLine => {
    return { sku: sku !== null && isOurs(sku) ? sku : null, name: kept(name), units, price: price(each) }
  })
  const { language, country } = order.buyer
  const taken: TakenOrder = {
    id: order.id as OnlineOrderId,
    number: kept(order.number),
    placedAt: order.placedAt,
    lines,
    shipping: price(order.shipping),
    total: price(order.total),
    delivery: order.delivery,
    language: kept(language),
    country: kept(country),
  }
  return { order: taken, odd: oddityOf(order, taken) }
}

function oddityOf(order: OnlineOrder, { lines, shipping, total }: TakenOrder): JudgedOrder['odd'] {
  const text = `${order.currency} ${formatData(order.total)}`
  if (order.currency !== 'MAD') return { because: 'otherCurrency', text }
  if (lines.every(({ sku }) => sku === null)) return { because: 'unknownPieces', text }
  const sum = lines.reduce<number>((all, { units, price }) => all + units * price, shipping)
  const complete = lines.length === order.lines.length
  if (sum === total && complete) return null
  const ours = Number.isSafeInteger(sum) ? formatData(dirham(sum)) : '?'
  return { because: 'badSum', text: `${text} ≠ ${ours}` }
}

/** An order that its adapter could not understand: all that is known of it is that it is there. */
export const unreadOrder = (
  { id, number, code, text }: OrderPage['odd'][number],
  seenAt: Stamp,
): JudgedOrder & { readonly odd: object } => ({
  order: {
    id: id as OnlineOrderId,
    number: kept(number),
    placedAt: seenAt,
    lines: [],
    shipping: dirham(0),
    total: dirham(0),
    delivery: 'ship',
    language: '',
    country: '',
  },
  odd: {
    because: code === 'otherCurrency' ? code : 'unknownPieces',
    text: kept(`${code}: ${text}`),
  },
})

/** As the till can keep them. */
export const keptBuyer = ({ name, email, language, address, country }: OnlineBuyer): OnlineBuyer => ({
  name: kept(name),
  email: kept(email),
  language: kept(language),
  address: address.toWellFormed(),
  country: kept(country),
})

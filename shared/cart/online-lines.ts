import type { CatalogueItem } from '../catalogue/item.ts'
import { shippingSku, strangerSku } from '../catalogue/off-shelf.ts'
import type { LineId, Sku } from '../kernel/ids.ts'
import type { TakenOrder, TakenOrderLine } from '../marketplace/order.ts'
import type { Dirham } from '../money/amount.ts'
import type { CartLine } from './line.ts'
import { lineOf } from './scan.ts'

/**
 * The lines of an online order as a ticket has them: at the price its buyer paid, and the way there as a line of its own.
 * `cartTotal` of them is `Σ units × price + shipping`.
 *
 * @param items of the order's lines as the catalogue has them now; `null`: it has none
 * @param lineIds one a line, and one more for shipping
 * @throws RangeError where there are too few of either: callers have looked each one up
 */
export function onlineLines(
  { lines, shipping }: Pick<TakenOrder, 'lines' | 'shipping'>,
  items: readonly (CatalogueItem | null)[],
  lineIds: readonly LineId[],
): readonly CartLine[] {
  const idAt = (index: number): LineId => {
    const id = lineIds[index]
    if (id === undefined) throw new RangeError(`no id for line ${index + 1} of an online order`)
    return id
  }
  const sold = lines.map((line, index) => {
    const item = items[index]
    if (item === undefined) throw new RangeError(`line ${index + 1} of an online order was not looked up`)
    return item === null ? strangerLine(line, idAt(index)) : itemLine(line, item, idAt(index))
  })
  return shipping === 0 ? sold : [...sold, shippingLine(shipping, idAt(lines.length))]
}

/** A higher price than the label's is the label it had online: nobody shakes hands on more than was asked. */
function itemLine({ units, price }: TakenOrderLine, item: CatalogueItem, lineId: LineId): CartLine {
  const line = lineOf(item, lineId, units)
  if (price >= item.price) return { ...line, posted: price }
  return { ...line, agreed: { unit: price, reason: 'online', manager: null } }
}

/** What the catalogue does not know is sold under the platform's name, at the rate that owes the most VAT. */
const strangerLine = ({ sku, name, units, price }: TakenOrderLine, lineId: LineId): CartLine => ({
  ...bare(sku ?? strangerSku, price, lineId),
  name: { fr: name },
  quantity: units,
})

const shippingLine = (price: Dirham, lineId: LineId): CartLine => ({
  ...bare(shippingSku, price, lineId),
  name: { ar: 'التوصيل', fr: 'Livraison', en: 'Shipping' },
})

const bare = (sku: Sku, posted: Dirham, lineId: LineId): Omit<CartLine, 'name'> => ({
  lineId,
  sku,
  vat: '20',
  unique: false,
  quantity: 1,
  posted,
  floor: null,
  agreed: null,
  owner: null,
  category: null,
  maker: null,
  village: null,
})

import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { OrderToSell } from '#shared/checkout/step.ts'
import type { LineId } from '#shared/kernel/ids.ts'
import type { TakenOrder } from '#shared/marketplace/order.ts'

/** An order as the marketplace tells it, and whether somebody here has to decide about it. */
export interface OrderHeard {
  readonly order: TakenOrder
  readonly paid: boolean
  readonly hasTask: boolean
  readonly cancelled: boolean
}

/** The counter as far as an order looks at it. */
export interface OrderWorld {
  readonly facts: readonly Fact[]
  item(code: string): CatalogueItem | null
  pieceIsOut(sku: string): boolean
  lineId(index: number): LineId
}

/** What became of an order here is read from the facts. */
export function orderToSell(heard: OrderHeard | undefined, world: OrderWorld): OrderToSell | null {
  if (heard === undefined) return null
  const { order, cancelled, ...rest } = heard
  const sold = world.facts.some((fact) => fact.kind === 'onlineOrderSold' && fact.order === order.id)
  const items = order.lines.map(({ sku }) => (sku === null ? null : world.item(sku)))
  const pieces = items.flatMap((item) => (item?.unique === true ? [item.sku] : []))
  return {
    ...rest,
    order,
    stage: sold ? 'sold' : cancelled ? 'cancelled' : 'open',
    items,
    lineIds: [...order.lines, null].map((_, index) => world.lineId(index)),
    sold: new Set(pieces.filter((sku) => world.pieceIsOut(sku))),
  }
}

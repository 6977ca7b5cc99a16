import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { OrderToSell } from '#shared/checkout/step.ts'
import type { LineId } from '#shared/kernel/ids.ts'
import type { OrderState } from '#shared/marketplace/online.ts'
import type { OnlineOrderId, OnlineOrderStage, TakenOrder } from '#shared/marketplace/order.ts'

/** Where an online order is with the shop, from the facts alone. */
export interface OrderStanding {
  readonly order: TakenOrder
  readonly state: OrderState
  readonly stage: OnlineOrderStage
  readonly hasTask: boolean
}

/** @returns `null`: no such order came in */
export function orderStanding(facts: readonly Fact[], id: OnlineOrderId): OrderStanding | null {
  let known: OrderStanding | null = null
  for (const fact of facts) {
    if (fact.kind === 'onlineOrderTaken' && fact.order.id === id)
      known = { order: fact.order, state: fact.state, stage: 'open', hasTask: false }
    else if (known !== null && 'order' in fact && fact.order === id) known = after(known, fact)
  }
  return known
}

function after(known: OrderStanding, fact: Fact): OrderStanding {
  const open = known.stage === 'open'
  switch (fact.kind) {
    case 'onlineOrderMoved': {
      const over = fact.state === 'cancelled' || fact.state === 'refunded'
      if (!over) return { ...known, state: fact.state }
      // Given back after its goods left: somebody has to look.
      const ended = open ? 'cancelled' : known.stage
      return { ...known, state: fact.state, stage: ended, hasTask: known.stage === 'sold' }
    }
    case 'onlineOrderLost':
      return { ...known, hasTask: true }
    case 'onlineOrderSold':
      return { ...known, stage: 'sold' }
    default:
      return known
  }
}

/** The counter as far as an order looks at it. */
export interface OrderWorld {
  readonly facts: readonly Fact[]
  item(code: string): CatalogueItem | null
  pieceIsOut(sku: string): boolean
  lineId(index: number): LineId
}

export function orderToSell(id: OnlineOrderId, world: OrderWorld): OrderToSell | null {
  const known = orderStanding(world.facts, id)
  if (known === null) return null
  const { state, order, ...rest } = known
  const items = order.lines.map(({ sku }) => (sku === null ? null : world.item(sku)))
  const pieces = items.flatMap((item) => (item?.unique === true ? [item.sku] : []))
  return {
    ...rest,
    order,
    paid: state !== 'placed',
    items,
    lineIds: [...order.lines, null].map((_, index) => world.lineId(index)),
    sold: new Set(pieces.filter((sku) => world.pieceIsOut(sku))),
  }
}

import type { OnlineOrder } from '#shared/marketplace/online.ts'
import { done } from '../json.ts'
import type { Call, Done, OrderPage } from '../marketplace.ts'
import type { Odd } from '../odd-order.ts'
import { placedSince } from '../placed-orders.ts'
import { listPage } from './paging.ts'
import { type SeenOrder, seenOrders } from './seen-order.ts'
import type { Shop } from './settings.ts'
import { timeText } from './times.ts'

type Seen = readonly (SeenOrder | Odd)[]

/** How else orders are come by. */
interface OtherWays {
  newest(): Promise<Done<readonly unknown[]>>
  read(id: string): Promise<Done<OnlineOrder | null>>
}

/** For marketplaces that do not say when an order moved: those that are open are read again, one by one. */
export function placedOrders(
  shop: Shop,
  cursor: string | null,
  call: Call,
  { newest, read }: OtherWays,
): Promise<Done<OrderPage>> {
  const { mapping } = shop
  const { paging } = mapping.listOrders
  const size = 'size' in paging ? paging.size : undefined
  const seen = (items: Done<readonly unknown[]>): Done<Seen> =>
    items.end === 'done' ? seenOrders(shop, items.value, call.at) : items
  return placedSince<SeenOrder>(
    {
      async placedAfter(utcMs, skip, take) {
        const turn = { page: Math.floor(skip / take), items: skip, next: '' }
        const since = timeText(mapping.times, Math.max(0, utcMs))
        const page = await listPage(shop, 'listOrders', mapping.listOrders, turn, { since }, call)
        return seen(page.end === 'done' ? done(page.value.items) : page)
      },
      newest: async () => seen(await newest()),
      async byId(ids) {
        const found: (SeenOrder | Odd)[] = []
        for (const id of ids) {
          const order = await read(id)
          if (order.end === 'unknown' || (order.end === 'refused' && order.again !== null)) return order
          if (order.end === 'refused')
            found.push({ odd: { id, number: id, code: order.code, text: order.text }, atMs: null })
          else if (order.value !== null) found.push({ id, order: order.value })
        }
        return done(found)
      },
      read: ({ order }) => order,
    },
    cursor,
    size,
  )
}

import { createHash } from 'node:crypto'
import type { OnlineOrder } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done } from '../marketplace.ts'
import type { Odd } from '../odd-order.ts'
import { textAt } from './conditions.ts'
import type { Mapping } from './mapping-schema.ts'
import { orderOf } from './order-of.ts'
import { type Path, readPath } from './path.ts'
import { id } from './scalars.ts'
import type { Shop } from './settings.ts'

/** An order of a list that was understood. */
export interface SeenOrder {
  readonly id: string
  readonly order: OnlineOrder
}

/** Orders of one list, each for itself: one that is not understood keeps no other back. */
export function seenOrders(
  shop: Shop,
  items: readonly unknown[],
  at: Call['at'],
): Done<readonly (SeenOrder | Odd)[]> {
  const { mapping } = shop
  const seen: (SeenOrder | Odd)[] = []
  for (const item of items) {
    const known = id.safeParse(readPath(mapping.order.id, item))
    // Nobody could find it again, nor know it for the same.
    if (!known.success) return refused('malformed', 'order.id: an order without one')
    const order = orderOf(shop, item, at)
    if (order.end === 'done') seen.push({ id: known.data, order: order.value })
    else if (order.end === 'refused') {
      const number = textAt(mapping.order.number, item)?.slice(0, 200) || known.data
      const { movedAt, placedAt } = mapping.order
      const atMs = instantAt(shop, movedAt ?? placedAt, item)
      seen.push({ odd: { id: known.data, number, code: order.code, text: order.text }, atMs })
    }
  }
  return done(seen)
}

/** Ms since 1970; `null`: no instant. */
export const instantAt = ({ shapes }: Shop, path: Path, item: unknown): number | null =>
  shapes.instant.safeParse(readPath(path, item)).data?.utcMs ?? null

/** The same orders, in the same order, have the same. */
export const markOf = (mapping: Mapping, items: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify(items.map((item) => textAt(mapping.order.id, item))))
    .digest('base64url')

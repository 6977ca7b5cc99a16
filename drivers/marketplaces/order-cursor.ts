import { z } from 'zod'
import type { OnlineOrder, OrderState } from '#shared/marketplace/online.ts'
import { done, refused } from './json.ts'
import type { Done } from './marketplace.ts'
import { parsedJson } from './parsed-json.ts'

/** Where the reading of orders by the instant they were placed stands. Instants are the shop's, in milliseconds since 1970. */
export interface OrderCursor {
  readonly since: number
  /** Orders after `since` that were told on earlier pages of this walk. */
  readonly skip: number
  /** Of the newest order there was as this walk began; `null` between walks. */
  readonly asOf: number | null
  /** Orders that were told and are not at their end. */
  readonly open: readonly string[]
}

const shape = z.object({
  since: z.int().min(0),
  skip: z.int().min(0),
  asOf: z.int().min(0).nullable(),
  open: z.array(z.string()),
})

export const writeCursor = (cursor: OrderCursor): string => JSON.stringify(cursor)

/** A cursor of another kind is none. */
export function readCursor(text: string): Done<OrderCursor> {
  const read = shape.safeParse(parsedJson(text))
  return read.success ? done(read.data) : refused('malformed', 'not a cursor of this kind')
}

/** Where an order stays; it is not read again. */
const ends: ReadonlySet<OrderState> = new Set(['handedOver', 'shipped', 'cancelled', 'refunded'])

/**
 * What was dated before an order that is told here, and others saw later than this, is found by the next walk, for that
 * begins before the newest order there was as this one began: however long this one paused between its pages.
 *
 * @param asOf of the newest order as the walk began
 * @param full how many the page had if more may come, else 0
 */
export function nextCursor(
  cursor: OrderCursor,
  orders: readonly OnlineOrder[],
  asOf: number,
  full: number,
): OrderCursor {
  const open = new Set(cursor.open)
  for (const { id, state } of orders) {
    if (ends.has(state)) open.delete(id)
    else open.add(id)
  }
  // The instant stands still until the last page: what is skipped is counted from it.
  return full > 0
    ? { since: cursor.since, skip: cursor.skip + full, asOf, open: [...open] }
    : { since: Math.max(cursor.since, asOf), skip: 0, asOf: null, open: [...open] }
}

import { z } from 'zod'
import { done, refused } from './json.ts'
import type { Done } from './marketplace.ts'

/** Where the reading of orders by the instant they were placed stands. Instants are the shop's, in milliseconds since 1970. */
export interface OrderCursor {
  readonly since: number
  /** Orders after `since` that were told on earlier pages. */
  readonly skip: number
  /** Of the latest order told. */
  readonly latest: number
  /** Orders that were told and are not at their end. */
  readonly open: readonly string[]
}

const shape = z.object({
  since: z.int().min(0),
  skip: z.int().min(0),
  latest: z.int().min(0),
  open: z.array(z.string()),
})

export const writeCursor = (cursor: OrderCursor): string => JSON.stringify(cursor)

/** A cursor of another kind is none. */
export function readCursor(text: string): Done<OrderCursor> {
  try {
    const read = shape.safeParse(JSON.parse(text))
    if (read.success) return done(read.data)
  } catch {
    // Said below, like a shape that is not ours.
  }
  return refused('malformed', 'not a cursor of this kind')
}

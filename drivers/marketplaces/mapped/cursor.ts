import { z } from 'zod'
import { done, refused } from '../json.ts'
import type { Done } from '../marketplace.ts'
import { parsedJson } from '../parsed-json.ts'
import { firstTurn, type Turn, turnShape } from './paging.ts'

/**
 * How far the orders were read, by the instants at which they moved: the marketplace's own, so that nobody's clock but its
 * own counts.
 */
const shape = z.object({
  /** Where this walk began, ms since 1970. */
  beganMs: z.int().min(0),
  /** Asked for now are orders that moved since; whether the instant itself is in it is not relied upon. */
  sinceMs: z.int().min(0),
  turn: turnShape,
  /** Of the orders on the page before, a mark; `''`: there is none. */
  before: z.string().max(100),
  /** Where the next walk begins; `null`: this one has not read a page yet. */
  nextMs: z.int().min(0).nullable(),
})
export type Cursor = z.infer<typeof shape>

/**
 * An order that moved before another may become visible after it. What moved so shortly before the newest is read again
 * with the next walk; no transaction of a shop lasts so long.
 */
const overlapMs = 120_000

const begin = (beganMs: number): Cursor => ({
  beganMs,
  sinceMs: beganMs,
  turn: firstTurn,
  before: '',
  nextMs: null,
})

/** @param newestMs `null`: a shop without orders begins at the beginning */
export const startAt = (newestMs: number | null): Cursor => begin(Math.max(0, (newestMs ?? 0) - overlapMs))

export const cursorText = (cursor: Cursor): string => JSON.stringify(cursor)

export function readCursor(text: string): Done<Cursor> {
  const read = shape.safeParse(parsedJson(text))
  return read.success ? done(read.data) : refused('malformed', 'not a cursor of this kind')
}

/** A page of orders as the walk goes by it. */
export interface OrdersRead {
  /** Instants at which its orders moved, ms, in any order. */
  readonly moved: readonly number[]
  /** Of all its orders. */
  readonly mark: string
  /** Where the list goes on; `null`: at no place. */
  readonly next: Turn | null
  /**
   * Of a list that is paged by number, how many a full page has. Such a list shifts while orders move in it: so the walk goes
   * on from the newest instant seen, and by number only inside one second.
   */
  readonly fullPage: number | null
  readonly orders: number
}

/**
 * The next walk begins shortly before the newest order on the first page of this one: whatever was dated before it and seen
 * later is found then, however long this walk paused between its pages. What this one reads after it is told again.
 */
export function advance(from: Cursor, read: OrdersRead): { readonly cursor: Cursor; readonly more: boolean } {
  const newestMs = Math.max(from.sinceMs, ...read.moved)
  const nextMs = from.nextMs ?? Math.max(from.beganMs, newestMs - overlapMs)
  // A short page is the end only if the next walk begins further on: it may be all that is ever given at once.
  const short = read.fullPage !== null && read.orders < read.fullPage && nextMs > from.beganMs
  if (read.next === null || short) return { cursor: begin(nextMs), more: false }
  const again = Math.floor(newestMs / 1_000) * 1_000 - 1_000
  const cursor =
    read.fullPage !== null && again > from.sinceMs
      ? { ...from, sinceMs: again, turn: firstTurn, before: '', nextMs }
      : { ...from, turn: read.next, before: read.mark, nextMs }
  return { cursor, more: true }
}

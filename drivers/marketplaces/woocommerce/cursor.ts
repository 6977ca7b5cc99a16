/**
 * How far the orders were read. Times are the shop's own, to the second, so that nobody's clock but its own counts.
 *
 * Paging by number over what is being modified loses orders: one that moves to the end pulls its successors onto the
 * page that was read. So a walk goes on from the newest time it has seen, and by number only inside one second.
 */
export interface Cursor {
  /** `modified_after`, exclusive, ms since 1970. */
  readonly afterMs: number
  /** From 1. */
  readonly page: number
  /** Of the newest order there was as this walk of several pages began; `null` between walks. */
  readonly asOfMs: number | null
}

/** The text the till keeps. */
export const cursorText = ({ afterMs, page, asOfMs }: Cursor): string =>
  asOfMs === null ? `${afterMs}/${page}` : `${afterMs}/${page}/${asOfMs}`

/** @returns `null`: not one of ours */
export function readCursor(text: string): Cursor | null {
  const [, afterMs, page, asOfMs = null] = /^(\d{1,15})\/([1-9]\d{0,5})(?:\/(\d{1,15}))?$/.exec(text) ?? []
  if (afterMs === undefined || page === undefined) return null
  return { afterMs: Number(afterMs), page: Number(page), asOfMs: asOfMs === null ? null : Number(asOfMs) }
}

/** From the newest order there is on. @param newestMs `null`: a shop without any begins at the beginning */
export const startAt = (newestMs: number | null): Cursor => ({
  afterMs: Math.max(0, (newestMs ?? 0) - overlapMs),
  page: 1,
  asOfMs: null,
})

/**
 * An order modified before another may become visible after it: its checkout was still under way. What was modified so
 * shortly before the newest is read again with the next walk: the newest as a walk began, for it may have paused for a day
 * between two pages.
 */
const overlapMs = 120_000

/** @param modified of the orders of the page that was read at `from`, ms since 1970, in any order */
export function advance(from: Cursor, modified: readonly number[], more: boolean): Cursor {
  const newest = Math.max(from.afterMs, ...modified)
  const { asOfMs } = from
  if (!more && asOfMs !== null) return startAt(asOfMs)
  if (!more) return { afterMs: Math.max(from.afterMs, newest - overlapMs), page: 1, asOfMs: null }
  // Exclusive and to the second: one second before the newest, all of its second is read again.
  const afterMs = newest - 1_000
  return afterMs > from.afterMs
    ? { afterMs, page: 1, asOfMs }
    : { afterMs: from.afterMs, page: from.page + 1, asOfMs }
}

/** As `modified_after` wants it, with `dates_are_gmt`. */
export const gmtText = (ms: number): string => new Date(ms).toISOString().slice(0, 19)

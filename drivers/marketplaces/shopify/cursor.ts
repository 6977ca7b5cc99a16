/** How far the orders were read, by the shop's own times. */
export interface Cursor {
  /** `updated_at:>=`, ms since 1970. */
  readonly sinceMs: number
  /** The newest that was seen since then. */
  readonly newestMs: number
  /** Where Shopify's own walk through that question stands; `''`: at its beginning. */
  readonly after: string
}

export const cursorText = ({ sinceMs, newestMs, after }: Cursor): string => `${sinceMs}/${newestMs}/${after}`

/** @returns `null`: not one of ours */
export function readCursor(text: string): Cursor | null {
  const [, since, newest, after] = /^(\d{1,15})\/(\d{1,15})\/([\w+/=-]{0,1000})$/.exec(text) ?? []
  return since === undefined || newest === undefined || after === undefined
    ? null
    : { sinceMs: Number(since), newestMs: Number(newest), after }
}

/** What changed before another may be found after it: the search behind a question is filled a little later ([K]). */
const overlapMs = 120_000

/** @param updated of the orders that came, ms since 1970; @param after `null`: that was all */
export function advance(from: Cursor, updated: readonly number[], after: string | null): Cursor {
  const newestMs = Math.max(from.newestMs, ...updated)
  if (after !== null) return { sinceMs: from.sinceMs, newestMs, after }
  return { sinceMs: Math.max(from.sinceMs, newestMs - overlapMs), newestMs, after: '' }
}

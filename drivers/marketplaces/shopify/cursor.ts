/** How far the orders were read, by the shop's own times. */
export interface Cursor {
  /** `updated_at:>=`, ms since 1970. */
  readonly sinceMs: number
  /**
   * The newest that was seen since then; within a walk of several pages, the newest there was as it began, for it may pause
   * for a day between two of them.
   */
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

/** From the newest order there is on. @param newestMs `null`: a shop without any begins at the beginning */
export const startAt = (newestMs: number | null): Cursor => ({
  sinceMs: Math.max(0, (newestMs ?? 0) - overlapMs),
  newestMs: newestMs ?? 0,
  after: '',
})

/** @param updated of the orders that came, ms since 1970; @param after `null`: that was all */
export function advance(from: Cursor, updated: readonly number[], after: string | null): Cursor {
  if (after !== null) return { ...from, after }
  // On the last of several pages there are changes that came while they were read.
  const newestMs = from.after === '' ? Math.max(from.newestMs, ...updated) : from.newestMs
  return { sinceMs: Math.max(from.sinceMs, newestMs - overlapMs), newestMs, after: '' }
}

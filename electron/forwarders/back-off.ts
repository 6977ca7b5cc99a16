/** Waits between tries, milliseconds: never less than the first, never more than the longest. */
export const firstWaitMs = 1_000
export const longestWaitMs = 600_000

/**
 * The longest wait after so many tries: doubles with each.
 * @param tries that have come to nothing, ≥ 1
 */
export const mostAfter = (tries: number): number =>
  // 2^10 seconds are above the cap already; a try counted for years must not become Infinity or a wrong shift.
  Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(tries - 1, 10))

/**
 * How long to wait: anywhere up to `mostAfter`, so that all the tills of a town that lost the same line do not come
 * back in the same second ("full jitter").
 * @param chance [0, 1)
 */
export const waitAfter = (tries: number, chance: number): number =>
  firstWaitMs + Math.floor(chance * (mostAfter(tries) - firstWaitMs))

/**
 * What is left of a wait that was written down before the till was closed. The wall clock may have jumped since, so it
 * is believed only within what can have been written: back a day does not mean a day of waiting.
 */
export const waitLeft = (tries: number, nextTryUtcMs: number, nowUtcMs: number): number =>
  tries === 0 ? 0 : Math.min(Math.max(nextTryUtcMs - nowUtcMs, 0), mostAfter(tries))

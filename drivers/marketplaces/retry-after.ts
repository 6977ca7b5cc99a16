/** Where a platform does not say when. A till has nothing to win by asking sooner. */
const unsaidMs = 10_000
/** [1 s, 1 h]: a platform that says less is asked too often, one that says more is asked whether it still means it. */
const least = 1_000
const most = 3_600_000

/**
 * When a platform that cannot now says it can (RFC 9110 §10.2.3): seconds, or a date, which is read against the
 * answer's own `Date`, so that nobody's clock but the platform's counts.
 *
 * @param headers names in lower case
 * @returns milliseconds from now
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>): number {
  const said = headers['retry-after']?.trim() ?? ''
  const ms = /^\d{1,9}(\.\d+)?$/.test(said)
    ? Math.ceil(Number(said) * 1_000)
    : Date.parse(said) - Date.parse(headers.date ?? '')
  return Number.isFinite(ms) ? Math.min(most, Math.max(least, ms)) : unsaidMs
}

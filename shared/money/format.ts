/**
 * `1 234,50`: our own format, the same on every machine and in every language; the ICU of the day disagrees with
 * itself from one version to the next. The group separator is U+00A0, so that an amount never breaks over two lines
 * and keeps its order inside right-to-left text. Negative amounts start with U+002D.
 * @param minor whole minor units, two decimals.
 */
export function formatAmount(minor: number): string {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a whole number of minor units: ${minor}`)
  const digits = String(Math.abs(minor)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  return `${minor < 0 ? '-' : ''}${whole},${digits.slice(-2)}`
}

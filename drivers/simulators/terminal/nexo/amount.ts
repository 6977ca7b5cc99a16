/** Amounts in this terminal are centimes; on the wire they are JSON numbers of dirhams with two decimals. */

/**
 * Centimes of a number as JSON gave it; `null`: it is none that a payment can have. The shortest text that gives a
 * double again has the digits the message had, up to the twelve an amount can have, so nothing is calculated with
 * it.
 */
export function centimesOf(value: unknown): number | null {
  if (typeof value !== 'number' || !(value >= 0) || value > 99_999_999.99) return null
  const text = String(value)
  const point = text.indexOf('.')
  if (point === -1) return /^\d+$/.test(text) ? Number(`${text}00`) : null
  const cents = text.slice(point + 1)
  return /^\d{1,2}$/.test(cents)
    ? Number(text.slice(0, point) + (cents.length === 1 ? `${cents}0` : cents))
    : null
}

/** The number that JSON writes as this many dirhams. */
export const dirhamsOf = (centimes: number): number => Number(shownDirhams(centimes))

/** For people: `125.50`. */
export const shownDirhams = (centimes: number): string =>
  `${Math.floor(centimes / 100)}.${String(centimes % 100).padStart(2, '0')}`

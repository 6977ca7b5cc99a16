/**
 * Amounts on a nexo wire are decimals of major units (EpasSaleToPOIMessages, type SimpleAmount: at most
 * 99999999.999999). Centimes become one and come back by moving the point in the text; no floating point touches money.
 */

/** The largest whole number of centimes the field holds. */
export const largestMinor = 9_999_999_999

/** `12550` → `125.50`. @param minor centimes, ≥ 0, at most `largestMinor` */
export function decimalOf(minor: number): string {
  const digits = String(minor).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `125.5` → `12550`; `null` for what is no amount in whole centimes. */
export function minorOf(text: string): number | null {
  const [, whole = '', fraction = ''] = /^(\d{1,8})(?:\.(\d{1,6}))?$/.exec(text) ?? []
  if (whole === '' || !/^0*$/.test(fraction.slice(2))) return null
  return Number(whole + fraction.slice(0, 2).padEnd(2, '0'))
}

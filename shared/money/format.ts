import type { Amount, Currency } from './amount.ts'

/** How each currency is written after an amount on screens and paper. */
const symbols: Readonly<Record<Currency, string>> = { MAD: 'DH', EUR: '€', USD: '$', GBP: '£' }

/** Whole and decimal digits, without a sign. @throws RangeError on what is not whole minor units */
function digits(minor: number): { readonly whole: string; readonly decimals: string } {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a whole number of minor units: ${minor}`)
  const all = Math.abs(minor)
  const decimals = all % 100
  return { whole: String((all - decimals) / 100), decimals: `${decimals < 10 ? '0' : ''}${decimals}` }
}

/**
 * `1 234,50`: our own format, the same on every machine and in every language; the ICU of the day disagrees with
 * itself from one version to the next. The group separator is U+00A0, so that an amount never breaks over two lines
 * and keeps its order inside right-to-left text. Negative amounts start with U+002D.
 * @param minor whole minor units, two decimals.
 */
export function formatAmount(minor: number): string {
  const { whole, decimals } = digits(minor)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  return `${minor < 0 ? '-' : ''}${grouped},${decimals}`
}

/** `1 234,50 DH`: an amount with its currency, joined by U+00A0. */
export function formatMoney<C extends Currency>(money: Amount<C>, currency: C): string {
  return `${formatAmount(money)}\u00a0${symbols[currency]}`
}

/** `1234.50`, `-0.10`: the form of files, exports and day scripts. Always two decimals, no grouping. */
export function formatData<C extends Currency>(money: Amount<C>): string {
  const { whole, decimals } = digits(money)
  return `${money < 0 ? '-' : ''}${whole}.${decimals}`
}

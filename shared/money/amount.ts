declare const currency: unique symbol

/** ISO 4217 codes Hanout counts in, each with two decimals. */
export type Currency = 'MAD' | 'EUR' | 'USD' | 'GBP'

/**
 * Money: an integer count of minor units (centimes) with its currency in the type, so that adding dirhams to euros
 * does not compile: the function type lets no currency pass for a union of two. Signed: refunds are negative where
 * a sum needs it. |amount| ≤ `largestMinor`.
 */
export type Amount<C extends Currency> = number & { readonly [currency]: (only: C) => C }
/** The money of the shop's books. */
export type Dirham = Amount<'MAD'>

/** 10 million dirhams: far above any basket, far below where integers stop being exact even times a rate. */
export const largestMinor = 1_000_000_000

/**
 * @param minor whole minor units.
 * @throws RangeError on a fraction, NaN, or beyond the exact integers (± 2⁵³), where no sum of years comes.
 */
export function amount<C extends Currency>(minor: number): Amount<C> {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a whole number of minor units: ${minor}`)
  return (minor === 0 ? 0 : minor) as Amount<C>
}

/** @param minor centimes. @throws RangeError as `amount` does */
export const dirham = (minor: number): Dirham => amount<'MAD'>(minor)
export const zero: Dirham = dirham(0)

/** Like all arithmetic here: of one currency, exact. @throws RangeError where the result leaves exact integers */
export const add = <C extends Currency>(a: Amount<C>, b: Amount<C>): Amount<C> => amount<C>(a + b)
/** May go below zero: a refund, a drawer that is short. */
export const subtract = <C extends Currency>(a: Amount<C>, b: Amount<C>): Amount<C> => amount<C>(a - b)
/** @param quantity a whole number of units */
export const times = <C extends Currency>(a: Amount<C>, quantity: number): Amount<C> =>
  amount<C>(a * quantity)
/** 0 for none. */
export const sum = <C extends Currency>(amounts: Iterable<Amount<C>>): Amount<C> => {
  let total = 0
  for (const each of amounts) total += each
  return amount<C>(total)
}

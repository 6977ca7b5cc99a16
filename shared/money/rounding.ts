import type { Amount, Currency } from './amount.ts'
import { amount } from './amount.ts'

/**
 * `round(money × numerator / denominator)`, halves away from zero, exact: the product is never held in a float.
 *
 * @param numerator any whole number
 * @param denominator whole, > 0
 * @throws RangeError on a denominator that is not positive
 */
export function scale<C extends Currency>(
  money: Amount<C>,
  numerator: number,
  denominator: number,
): Amount<C> {
  if (denominator <= 0) throw new RangeError(`not a positive denominator: ${denominator}`)
  const product = BigInt(money) * BigInt(numerator)
  const whole = BigInt(denominator)
  const magnitude = product < 0n ? -product : product
  const rounded = (2n * magnitude + whole) / (2n * whole)
  return amount<C>(Number(product < 0n ? -rounded : rounded))
}

/**
 * The nearest multiple of `step`, halves away from zero: what a till without small coins settles for.
 *
 * @param step minor units, ≥ 0; 0: no rounding
 */
export function roundToStep<C extends Currency>(money: Amount<C>, step: Amount<C>): Amount<C> {
  if (step === 0) return money
  return amount<C>(scale(money, 1, step) * step)
}

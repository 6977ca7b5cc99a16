import type { Amount, Currency } from './amount.ts'
import { amount } from './amount.ts'

/**
 * Shares money by weights without losing or making a centime: each part is cut toward zero, then the centimes left
 * over go one each to the largest remainders, earlier parts first among equals.
 *
 * @param weights whole numbers ≥ 0, at least one above 0
 * @returns as many parts as weights; their sum is `money`
 * @throws RangeError when no weight is above 0, or one is negative or not whole
 */
export function allocate<C extends Currency>(
  money: Amount<C>,
  weights: readonly number[],
): readonly Amount<C>[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('weights must be whole and not negative')
  }
  // Most of what is dealt out has one taker, and big integers are slow.
  if (weights.length === 1 && weights[0] !== 0) return [money]
  const whole = weights.reduce((total, weight) => total + BigInt(weight), 0n)
  if (whole === 0n) throw new RangeError('at least one weight must be above zero')

  const sign = money < 0 ? -1n : 1n
  const magnitude = sign * BigInt(money)
  const shares = weights.map((weight, index) => {
    const product = magnitude * BigInt(weight)
    return { index, part: product / whole, remainder: product % whole }
  })
  const given = shares.reduce((total, share) => total + share.part, 0n)
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1,
  )
  const lucky = new Set(byRemainder.slice(0, Number(magnitude - given)).map((share) => share.index))
  return shares.map(({ index, part }) => amount<C>(Number(sign * (lucky.has(index) ? part + 1n : part))))
}

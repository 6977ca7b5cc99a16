import { expect, test } from 'vitest'
import { allocate } from './allocate.ts'
import type { Amount, Dirham } from './amount.ts'
import { add, amount, dirham, subtract, sum } from './amount.ts'
import { formatMoney } from './format.ts'
import { roundToStep, scale } from './rounding.ts'

// Read by the type check: each line under an expectation must stay an error, or `npm run types` fails.
const ten = dirham(1000)
const euro: Amount<'EUR'> = amount<'EUR'>(1000)

function mixtures(): void {
  // @ts-expect-error dirhams and euros do not add
  add(ten, euro)
  // @ts-expect-error nor subtract
  subtract(euro, ten)
  // @ts-expect-error nor sum
  sum([ten, euro])
  // @ts-expect-error a step is of the same currency as what it rounds
  roundToStep(ten, euro)
  // @ts-expect-error a plain number is not money
  add(ten, 5)
  // @ts-expect-error euros are not dirhams
  const wrong: Dirham = euro
  // @ts-expect-error a scaled euro is still a euro
  const scaled: Dirham = scale(euro, 1, 2)
  // @ts-expect-error shares of euros are euros
  const shares: readonly Dirham[] = allocate(euro, [1, 1])
  // @ts-expect-error an amount is written in its own currency
  formatMoney(ten, 'EUR')
  void [wrong, scaled, shares]
}

test('money of one currency adds, and stays whole', () => {
  expect(mixtures).toBeTypeOf('function')
  expect(add(ten, dirham(1))).toBe(1001)
  expect(() => amount<'MAD'>(0.5)).toThrow(RangeError)
  expect(Object.is(dirham(-0), 0)).toBe(true)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dirham, zero } from '../money/amount.ts'
import { type CashRules, cashRest, splitCash } from './cash-split.ts'

const nothing = { kept: zero, duty: zero }
const plain = (step: number): CashRules => ({ step: dirham(step), duty: null })
const added = (step: number, perTenThousand = 25): CashRules => ({
  step: dirham(step),
  duty: { way: 'added', perTenThousand },
})

test.each([
  // rest, given, step → kept, change, rounding
  [1004, 2000, 10, 1000, 1000, -4],
  [1005, 2000, 10, 1010, 990, 5],
  [1005, 1010, 10, 1010, 0, 5],
  [1005, 1000, 10, 1000, 0, 0],
  [1004, 1000, 10, 1000, 0, -4],
  [4, 0, 10, 0, 0, -4],
  // Coins that cover the rest, not its rounding.
  [1006, 1008, 10, 1006, 2, 0],
  [1006, 2000, 0, 1006, 994, 0],
])(
  'of a rest of %i, %i on the counter with step %i keeps %i',
  (rest, given, step, kept, change, rounding) => {
    const split = splitCash(dirham(rest), dirham(given), nothing, plain(step))
    expect(split).toEqual({ kept, change, rounding, duty: 0 })
  },
)

test.each([
  // rest, given, step → kept, change, rounding, duty
  [100_000, 200_000, 0, 100_250, 99_750, 0, 250],
  [100_000, 100_250, 0, 100_250, 0, 0, 250],
  // Part payments carry the duty within them.
  [100_000, 50_125, 0, 50_125, 0, 0, 125],
  // All of the price, but not its duty, is a part payment too, and leaves something of both.
  [100_000, 100_000, 0, 100_000, 0, 0, 249],
  [100_000, 100_249, 0, 100_249, 0, 0, 250],
  [200, 200, 0, 200, 0, 0, 1],
  // Price and duty are rounded together.
  [100_001, 200_000, 10, 100_250, 99_750, -1, 250],
  [199, 500, 0, 199, 301, 0, 0],
])('duty on top: of %i, %i given with step %i', (rest, given, step, kept, change, rounding, duty) => {
  const split = splitCash(dirham(rest), dirham(given), nothing, added(step))
  expect(split).toEqual({ kept, change, rounding, duty })
})

test('a duty that the shop bears asks nothing of the customer', () => {
  const rules: CashRules = { step: zero, duty: { way: 'absorbed', perTenThousand: 25 } }
  expect(splitCash(dirham(100_000), dirham(100_000), nothing, rules)).toMatchObject({
    kept: 100_000,
    duty: 0,
  })
})

const minor = fc.integer({ min: 0, max: 5_000_000 }).map(dirham)
const step = fc.constantFrom(0, 5, 10, 20, 50, 100).map(dirham)

test('cash never takes more than the rounded rest, and what is not kept is given back', () => {
  fc.assert(
    fc.property(minor, minor, step, (rest, given, by) => {
      const { kept, change, rounding } = splitCash(rest, given, nothing, plain(by))
      expect(kept + change).toBe(given)
      expect(kept).toBeLessThanOrEqual(rest + rounding)
      expect(2 * Math.abs(rounding)).toBeLessThanOrEqual(by)
      if (given >= rest + by) expect(kept).toBe(rest + rounding)
    }),
  )
})

/** The law apart from the code under test: 2.5 per thousand, halves away from zero. */
const lawful = (base: number): number => Number((BigInt(base) * 25n * 2n + 10_000n) / 20_000n)

test('however a price is paid in cash, its duty is that of one payment, and nothing is lost on the way', () => {
  const payments = fc.array(fc.integer({ min: 1, max: 400_000 }).map(dirham), { maxLength: 12 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }).map(dirham), payments, step, (price, parts, by) => {
      const rules = added(by)
      let [kept, duty, rounding] = [0, 0, 0]
      const rest = () => price - (kept - duty - rounding)
      const pay = (given: number) => {
        const before = { kept: dirham(kept - rounding), duty: dirham(duty) }
        const asked = cashRest(dirham(rest()), before, rules).toPay
        const split = splitCash(dirham(rest()), dirham(given), before, rules)
        expect(split.kept + split.change).toBe(given)
        expect(split.duty).toBeGreaterThanOrEqual(0)
        kept += split.kept
        duty += split.duty
        rounding += split.rounding
        // Less than was asked for never ends a sale, unless it is only short of rounding up.
        if (given < asked && rest() === 0) expect(asked - given).toBeLessThan(by)
        if (rest() > 0) expect(Math.abs(duty - lawful(kept - duty - rounding))).toBeLessThanOrEqual(1)
      }
      for (const given of parts) if (rest() > 0) pay(given)
      if (rest() > 0) pay(10_000_000)
      expect(rest()).toBe(0)
      expect(duty).toBe(lawful(price))
      expect(kept).toBe(price + duty + rounding)
      expect(2 * Math.abs(rounding)).toBeLessThanOrEqual(by)
    }),
    { numRuns: 500 },
  )
})

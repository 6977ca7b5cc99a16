import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dirham } from '../money/amount.ts'
import { commissionOf, dueOf, dueReturned } from './due.ts'
import type { ShareRule } from './share-rule.ts'

const byRule = (rule: ShareRule, unit: number, quantity = 1): number =>
  dueOf({ owner: { sharePpm: 1, rule }, unit: dirham(unit), quantity })

test('the shop’s own pieces are due to nobody; a plain share is rounded over the line', () => {
  expect(dueOf({ owner: null, unit: dirham(5000), quantity: 3 })).toBe(0)
  expect(dueOf({ owner: { sharePpm: 333_000 }, unit: dirham(12_602), quantity: 3 })).toBe(12_589)
  expect(dueOf({ owner: { sharePpm: 500_000 }, unit: dirham(1), quantity: 1 })).toBe(1)
})

test('a fixed part is the same whatever was shaken on, but never more than that', () => {
  const rule: ShareRule = { kind: 'fixed', perUnit: dirham(8000) }
  expect(byRule(rule, 12_000, 3)).toBe(24_000)
  expect(byRule(rule, 7999, 3)).toBe(23_997)
  expect(byRule(rule, 0)).toBe(0)
})

test('a tier is picked by the price of one, its end included', () => {
  const rule: ShareRule = {
    kind: 'tiered',
    tiers: [
      { upTo: dirham(50_000), ppm: 600_000 },
      { upTo: dirham(200_000), ppm: 700_000 },
      { upTo: null, ppm: 750_000 },
    ],
  }
  expect(byRule(rule, 50_000, 10)).toBe(300_000)
  expect(byRule(rule, 50_001)).toBe(35_001)
  expect(byRule(rule, 200_000)).toBe(140_000)
  expect(byRule(rule, 200_001)).toBe(150_001)
  expect(() => byRule({ kind: 'tiered', tiers: [] }, 1)).toThrow(RangeError)
})

const ppm = fc.integer({ min: 0, max: 1_000_000 })
const price = fc.integer({ min: 1, max: 1_000_000 }).map(dirham)
const rules: fc.Arbitrary<ShareRule> = fc.oneof(
  ppm.map((part): ShareRule => ({ kind: 'percentage', ppm: part })),
  price.map((perUnit): ShareRule => ({ kind: 'fixed', perUnit })),
  fc.tuple(price, ppm, ppm).map(
    ([upTo, low, high]): ShareRule => ({
      kind: 'tiered',
      tiers: [
        { upTo, ppm: low },
        { upTo: null, ppm: high },
      ],
    }),
  ),
)

test('cut into parts in any way, a line gives back what it was due, and no part is negative or more than its price', () => {
  fc.assert(
    fc.property(
      rules,
      price,
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      (rule, unit, parts) => {
        const owner = { sharePpm: 0, rule }
        let before = 0
        let back = 0
        for (const quantity of parts) {
          const part = dueReturned({ owner, unit, quantity }, before)
          expect(part).toBeGreaterThanOrEqual(0)
          before += quantity
          back += part
        }
        const due = dueOf({ owner, unit, quantity: before })
        expect(back).toBe(due)
        const gross = dirham(unit * before)
        expect(commissionOf({ gross, ownerDue: due })).toBeGreaterThanOrEqual(0)
        expect(commissionOf({ gross, ownerDue: due }) + due).toBe(gross)
      },
    ),
  )
})

test('the first part of a line is due what a line of so many is', () => {
  fc.assert(
    fc.property(rules, price, fc.integer({ min: 1, max: 99 }), (rule, unit, quantity) => {
      const line = { owner: { sharePpm: 0, rule }, unit, quantity }
      expect(dueReturned(line, 0)).toBe(dueOf(line))
    }),
  )
})

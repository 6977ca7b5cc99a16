import { expect, test } from 'vitest'
import { dirham } from '../money/amount.ts'
import { ruleTrouble } from './rule-trouble.ts'
import type { ShareRule } from './share-rule.ts'

const tiered = (...tiers: (readonly [number | null, number])[]): ShareRule => ({
  kind: 'tiered',
  tiers: tiers.map(([upTo, ppm]) => ({ upTo: upTo === null ? null : dirham(upTo), ppm })),
})

test.each<[string, ShareRule, string | null]>([
  ['a percentage', { kind: 'percentage', ppm: 666_667 }, null],
  ['all of it', { kind: 'percentage', ppm: 1_000_000 }, null],
  ['more than all', { kind: 'percentage', ppm: 1_000_001 }, 'badShare'],
  ['less than none', { kind: 'percentage', ppm: -1 }, 'badShare'],
  ['half a millionth', { kind: 'percentage', ppm: 0.5 }, 'badShare'],
  ['a fixed part', { kind: 'fixed', perUnit: dirham(1) }, null],
  ['a fixed nothing', { kind: 'fixed', perUnit: dirham(0) }, 'badAmount'],
  ['one open tier', tiered([null, 1]), null],
  ['three tiers', tiered([100, 1], [101, 2], [null, 3]), null],
  ['no tier', tiered(), 'noTiers'],
  ['a share beyond all in a tier', tiered([100, 1_000_001], [null, 3]), 'badShare'],
  ['an end twice', tiered([100, 1], [100, 2], [null, 3]), 'tiersNotAscending'],
  ['ends going down', tiered([200, 1], [100, 2], [null, 3]), 'tiersNotAscending'],
  ['no open end', tiered([100, 1]), 'tiersNotOpen'],
  ['an open end in the middle', tiered([null, 1], [100, 2], [null, 3]), 'tiersNotOpen'],
  ['a tier of no price', tiered([0, 1], [null, 3]), 'badAmount'],
  [
    'thirteen tiers',
    tiered(...Array.from({ length: 12 }, (_, n) => [n + 1, 1] as const), [null, 1]),
    'tooManyTiers',
  ],
])('%s', (_, rule, trouble) => {
  expect(ruleTrouble(rule)).toBe(trouble)
})

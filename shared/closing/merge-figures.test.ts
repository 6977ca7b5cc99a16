import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Dirham, dirham } from '../money/amount.ts'
import { cashPurposes } from './cash-purpose.ts'
import type { ClosingFigures } from './closing-figures.ts'
import { tenderOrder } from './closing-figures-of.ts'
import { emptyFigures, mergeFigures } from './merge-figures.ts'

const money = fc.integer({ min: -10_000_000, max: 10_000_000 }).map(dirham)
const some = fc.nat(1000)
const counted = fc.record({ count: some, amount: money })

/** A list with each key once at most, in the order of the keys given. */
const keyed = <K, V extends object>(keys: readonly K[], value: fc.Arbitrary<V>) =>
  fc
    .subarray([...keys])
    .chain((chosen) => fc.tuple(...chosen.map((key) => value.map((rest) => ({ key, ...rest })))))

const named = <K, V extends object, N extends string>(name: N, keys: readonly K[], value: fc.Arbitrary<V>) =>
  keyed(keys, value).map((list) => list.map(({ key, ...rest }) => ({ [name]: key, ...rest })))

/** Rates from high to low, outside VAT last: one class twice, as when its rate changes. */
const rates = [
  { vatClass: '20', rate: 2000 },
  { vatClass: '20', rate: 1900 },
  { vatClass: '10', rate: 1000 },
  { vatClass: '0', rate: 0 },
  { vatClass: 'exempt', rate: null },
]

const figures = fc.record({
  sales: counted,
  refunds: counted,
  voids: counted,
  cancelled: counted,
  gross: money,
  absolute: money,
  discounts: money,
  rounding: money,
  vat: keyed(rates, fc.record({ net: money, vat: money, gross: money })).map((list) =>
    list.map(({ key, ...rest }) => ({ ...key, ...rest })),
  ),
  tenders: named('kind', tenderOrder, counted),
  cards: named('scheme', ['', 'CMI', 'VISA'], counted),
  terminals: named(
    'terminal',
    ['a', 'b'],
    fc.record({ ours: counted, told: fc.option(money), disputed: some }),
  ),
  overrides: counted,
  noSales: some,
  reprints: some,
  cashMoves: keyed(
    (['in', 'out'] as const).flatMap((direction) => cashPurposes.map((purpose) => ({ direction, purpose }))),
    counted,
  ).map((list) => list.map(({ key, ...rest }) => ({ ...key, ...rest }))),
  drawer: fc.record({
    float: money,
    cash: money,
    in: money,
    out: money,
    expected: money,
    counted: money,
    difference: money,
  }),
  duty: named('borneBy', ['shop', 'customer'], fc.record({ receipts: some, base: money, amount: money })),
  owners: keyed(
    ['Amal', 'zaid', 'éva'].flatMap((owner) => ['agent', 'principal'].map((role) => ({ owner, role }))),
    fc.record({ gross: money, due: money }),
  ).map((list) => list.map(({ key, ...rest }) => ({ ...key, ...rest }))),
  standingTests: counted,
  unknownAttempts: counted,
  parked: some,
  waiting: some,
}) as unknown as fc.Arbitrary<ClosingFigures>

test('periods merge the same however they are put together, and nothing is changed by nothing', () => {
  fc.assert(
    fc.property(figures, figures, figures, (a, b, c) => {
      expect(mergeFigures(mergeFigures(a, b), c)).toEqual(mergeFigures(a, mergeFigures(b, c)))
      expect(mergeFigures(a, b)).toEqual(mergeFigures(b, a))
      expect(mergeFigures(emptyFigures, a)).toEqual(a)
      expect(mergeFigures(a, emptyFigures)).toEqual(a)
    }),
  )
})

/** Every amount and count there is, by where it stands; what a list is keyed by names the place. */
function leaves(figures: ClosingFigures): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'number') found.set(path, value)
    if (Array.isArray(value)) for (const each of value) walk(each, `${path}/${keyOf(each)}`)
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) if (key !== 'rate') walk(each, `${path}/${key}`)
  }
  walk(figures, '')
  return found
}

const keyOf = (row: Record<string, unknown>): string =>
  [row.vatClass, row.rate, row.kind, row.scheme, row.terminal, row.direction, row.purpose, row.borneBy]
    .concat([row.owner, row.role])
    .map(String)
    .join('|')

test('every figure of a period is the sum of its parts’, and there is no other', () => {
  fc.assert(
    fc.property(figures, figures, (a, b) => {
      const [left, right, both] = [leaves(a), leaves(b), leaves(mergeFigures(a, b))]
      expect(new Set(both.keys())).toEqual(new Set([...left.keys(), ...right.keys()]))
      for (const [path, value] of both) expect(value).toBe((left.get(path) ?? 0) + (right.get(path) ?? 0))
    }),
  )
})

test('nothing told of one part is not nothing told of the whole', () => {
  const one = (told: Dirham | null): ClosingFigures => ({
    ...emptyFigures,
    terminals: [{ terminal: 'a', ours: { count: 0, amount: dirham(0) }, told, disputed: 0 }],
  })
  const told = (a: Dirham | null, b: Dirham | null) => mergeFigures(one(a), one(b)).terminals[0]?.told
  expect(told(null, null)).toBeNull()
  expect(told(dirham(0), null)).toBe(0)
  expect(told(null, dirham(5))).toBe(5)
})

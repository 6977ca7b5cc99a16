import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amount, type Currency, largestMinor } from '#shared/money/amount.ts'
import { moneyOut } from './money-out.ts'
import { count, id, money, words } from './scalars.ts'

test.each([
  ['minor', 450_050, 450_050],
  ['minor', '450050', 450_050],
  ['decimal', '4500.5', 450_050],
  ['number', 4500.5, 450_050],
  ['number', 0.1, 10],
  ['number', 4500, 450_000],
] as const)('%s: %s is money', (kind, said, minor) => {
  expect(money(kind).safeParse(said).data).toBe(minor)
})

test.each([
  ['minor', 4500.5],
  ['minor', '4500.50'],
  ['decimal', 4500.5],
  ['decimal', '4500,50'],
  ['decimal', '4500.505'],
  ['number', '4500.50'],
  ['number', 4500.505],
  ['number', 1e21],
  ['number', Number.NaN],
  ['minor', null],
  ['minor', largestMinor + 1],
  ['decimal', '<b>4</b>'],
] as const)('%s: %s is none', (kind, said) => {
  expect(money(kind).safeParse(said).success).toBe(false)
})

test('an amount that is written is the one that is read, in JSON, too', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('minor', 'decimal', 'number'),
      fc.integer({ min: -largestMinor, max: largestMinor }),
      (kind, minor) => {
        const said: unknown = JSON.parse(JSON.stringify(moneyOut(kind, amount<Currency>(minor))))
        expect(money(kind).safeParse(said).data).toBe(minor)
      },
    ),
  )
})

test('ids are never cut, and counts are whole', () => {
  expect(id.safeParse(7).data).toBe('7')
  for (const said of ['', 'x'.repeat(201), 'a\nb', 1.5, null, {}])
    expect(id.safeParse(said).success).toBe(false)
  expect(count.safeParse('-3').data).toBe(-3)
  for (const said of [1.5, '1.5', 1e9, '', null, [1]]) expect(count.safeParse(said).success).toBe(false)
})

test('words are whatever there is of them', () => {
  expect(words(5, ' abcdefg ')).toBe('abcde')
  for (const said of [null, undefined, {}, ['x'], true]) expect(words(5, said)).toBe('')
})

import { expect, test } from 'vitest'
import { openShopKey } from '#electron/platform/shop-key.ts'
import type { Closing } from '#shared/closing/closing.ts'
import { mergeFigures } from '#shared/closing/merge-figures.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { openStage, type Stage } from './stage/stage.ts'

const day = 86_400_000

const made = (stage: Stage): readonly Closing[] => stage.facts('periodClosed').map(({ closing }) => closing)
const named = (stage: Stage): readonly string[] =>
  made(stage).flatMap(({ period, of, number }) => (period === 'shift' ? [] : [`${period} ${of} ${number}`]))

/** Closes the day, lets time pass, opens the next one and sells a pot. */
async function nextDay(stage: Stage, days: number): Promise<void> {
  await stage.accepted({ type: 'closeShift', counted: stage.dirhams(0) })
  stage.clock.advance(days * day)
  await stage.accepted({ type: 'openShift', cashier: 'amina', float: stage.dirhams(0) })
  await stage.sell('POT')
}

const closePeriod = async (stage: Stage, of: string) => {
  const said = await stage.send({ type: 'closePeriod', period: of.length === 4 ? 'year' : 'month', of })
  return said.ok ? null : said.refusal.code
}

test('the first shift of a month closes the one before; the first of a year its last month and the year', async () => {
  const stage = await openStage({ key: openShopKey(testFolder()) })
  await stage.sell('POT')
  await nextDay(stage, 3)
  expect(named(stage)).toEqual([])
  await nextDay(stage, 10)
  expect(named(stage)).toEqual(['month 2026-11 1'])
  await nextDay(stage, 40)
  expect(named(stage)).toEqual(['month 2026-11 1', 'month 2026-12 2', 'year 2026 1'])

  const [november, december, year] = made(stage).filter(({ period }) => period !== 'shift')
  const zs = made(stage).filter(({ period }) => period === 'shift')
  const [first, second, third] = zs.map(({ figures }) => figures)
  if (!first || !second || !third || !november || !december || !year) throw new Error('all are made')
  expect(november.figures).toEqual(mergeFigures(first, second))
  expect(year.figures).toEqual(mergeFigures(november.figures, december.figures))
  expect(november).toMatchObject({
    days: { first: '2026-11-23', last: '2026-11-26' },
    tickets: { first: 1, last: 2 },
  })
  expect(year).toMatchObject({ days: { first: '2026-11-23', last: '2026-12-06' }, grandTotal: 36_000 })
  expect(year.absoluteTotal).toBe(zs[2]?.absoluteTotal)
  expect(november.grandTotal).toBe(zs[1]?.grandTotal)
  expect(stage.facts('periodClosed').every(({ signed }) => signed !== null)).toBe(true)
  expect(stage.problems()).toEqual([])
})

test('a month is not over while its last shift goes on past midnight', async () => {
  const stage = await openStage()
  await nextDay(stage, 7)
  stage.clock.advance(day * 0.75)
  await stage.sell('POT')
  expect(await closePeriod(stage, '2026-11')).toBe('periodNotOver')
  await stage.accepted({ type: 'closeShift', counted: stage.dirhams(0) })
  expect(await closePeriod(stage, '2026-11')).toBeNull()
  expect(made(stage).at(-1)).toMatchObject({ of: '2026-11', figures: { sales: { count: 2 } } })
  expect(await closePeriod(stage, '2026-11')).toBe('periodClosed')
})

test('what is not over, was closed, or had no shift is refused by name', async () => {
  const stage = await openStage()
  await stage.accepted({ type: 'closeShift', counted: stage.dirhams(0) })
  expect(await closePeriod(stage, '2026-11')).toBe('periodNotOver')
  expect(await closePeriod(stage, '2027-03')).toBe('periodNotOver')
  expect(await closePeriod(stage, '2026')).toBe('periodNotOver')
  expect(await closePeriod(stage, '2026-10')).toBe('nothingToClose')
  expect(await closePeriod(stage, '2025')).toBe('nothingToClose')
  stage.clock.advance(40 * day)
  // A year by hand closes those of its months that are due, first.
  expect(await closePeriod(stage, '2026')).toBeNull()
  expect(named(stage)).toEqual(['month 2026-11 1', 'year 2026 1'])
  expect(await closePeriod(stage, '2026')).toBe('periodClosed')
  expect(await closePeriod(stage, '2026-11')).toBe('periodClosed')
})

test('a clock that jumped back closes nothing twice, and leaves nothing out', async () => {
  const stage = await openStage()
  await stage.sell('POT')
  await nextDay(stage, 12)
  expect(named(stage)).toEqual(['month 2026-11 1'])
  // The battery of the clock is empty: the till believes that it is November again, which is closed.
  await nextDay(stage, -10)
  await nextDay(stage, 1)
  expect(named(stage)).toEqual(['month 2026-11 1'])
  await nextDay(stage, 60)
  expect(named(stage)).toEqual(['month 2026-11 1', 'month 2026-12 2', 'year 2026 1'])
  const [november, december, year] = made(stage).filter(({ period }) => period !== 'shift')
  expect(november?.figures.sales.count).toBe(1)
  // One of December, and the two that say November.
  expect(december).toMatchObject({
    days: { first: '2026-11-25', last: '2026-12-05' },
    figures: { sales: { count: 3 } },
  })
  expect(year).toMatchObject({ figures: { sales: { count: 4 } }, grandTotal: 48_000 })
  expect(stage.problems()).toEqual([])
})

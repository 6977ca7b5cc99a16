import { expect, test } from 'vitest'
import { holds, openShopKey } from '#electron/platform/shop-key.ts'
import type { Closing } from '#shared/closing/closing.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { dirham } from '#shared/money/amount.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { expectRightFigures } from '#test/models/checkout/closings.ts'
import { openStage, type Stage } from './stage/stage.ts'

const hour = 3_600_000

const closings = (stage: Stage): readonly Closing[] =>
  stage.facts('periodClosed').map(({ closing }) => closing)

/** Each closing of a shift against the second arithmetic, and the journal against its own. */
function expectSound(stage: Stage): void {
  const entries = [...stage.ledger.entriesAfter(0)]
  for (const closing of closings(stage)) if (closing.period === 'shift') expectRightFigures(entries, closing)
  expect(stage.problems()).toEqual([])
}

test('a shift that goes on past midnight is closed as the day it was opened on', async () => {
  const stage = await openStage()
  await stage.sell('POT')
  stage.clock.advance(16 * hour)
  await stage.sell('POT')
  await stage.accepted({ type: 'closeShift', counted: stage.dirhams(740) })
  const [z] = closings(stage)
  expect(z).toMatchObject({
    number: 1,
    days: { first: '2026-11-23', last: '2026-11-23' },
    tickets: { first: 1, last: 2 },
    figures: { sales: { count: 2, amount: 24_000 }, drawer: { difference: 0 } },
  })
  expectSound(stage)
})

test('a shift is closed with carts set aside, and says how many', async () => {
  const stage = await openStage()
  for (const name of ['hat', 'guide']) {
    await stage.ring('POT')
    await stage.accepted({ type: 'park', name })
  }
  await stage.accepted({ type: 'closeShift', counted: stage.dirhams(500) })
  await stage.accepted({ type: 'openShift', cashier: 'omar', float: stage.dirhams(0) })
  await stage.accepted({ type: 'resume', name: 'hat' })
  await stage.accepted({ type: 'cancelSale' })
  await stage.accepted({ type: 'closeShift', counted: stage.dirhams(0) })
  expect(closings(stage).map(({ figures }) => figures.parked)).toEqual([2, 1])
  expect(closings(stage).at(1)?.figures.cancelled).toEqual({ count: 1, amount: 12_000 })
  expectSound(stage)
})

test('a shift is closed with messages that nobody has taken yet, and says how many', async () => {
  const stage = await openStage()
  await stage.sellOnCard('POT')
  await stage.sellOnCard('RUG')
  const { waiting } = stage.ledger.outboxCounts()
  expect(waiting).toBeGreaterThan(0)
  await stage.accepted({ type: 'closeShift', counted: stage.dirhams(500) })
  expect(closings(stage)[0]?.figures).toMatchObject({
    waiting,
    terminals: [{ ours: { count: 2 }, told: null }],
  })
  expectSound(stage)
})

test('the drawer is counted by coin and note; what is no count closes nothing', async () => {
  const stage = await openStage()
  await stage.sell('POT')
  const close = (count: readonly { face: number; pieces: number }[], counted: number) =>
    stage.send({
      type: 'closeShift',
      counted: dirham(counted),
      count: count.map(({ face, pieces }) => ({ face: dirham(face), pieces })),
    })
  const refused = { ok: false, refusal: { code: 'badCount' } }
  expect(await close([{ face: 20_000, pieces: -1 }], -20_000)).toMatchObject({
    refusal: { code: 'badAmount' },
  })
  expect(
    await close(
      [
        { face: 20_000, pieces: 4 },
        { face: 2_000, pieces: -1 },
      ],
      78_000,
    ),
  ).toMatchObject(refused)
  expect(await close([{ face: 20_000, pieces: 2.5 }], 50_000)).toMatchObject(refused)
  expect(await close([{ face: 30_000, pieces: 2 }], 60_000)).toMatchObject(refused)
  expect(await close([{ face: 20_000, pieces: 3 }], 62_000)).toMatchObject(refused)
  expect(
    await close(
      [
        { face: 20_000, pieces: 1 },
        { face: 20_000, pieces: 2 },
      ],
      60_000,
    ),
  ).toMatchObject(refused)
  expect(await close([{ face: 5, pieces: 100_000 }], 500_000)).toMatchObject(refused)
  expect(stage.ledger.openShift()).not.toBeNull()
  expect(
    await close(
      [
        { face: 20_000, pieces: 3 },
        { face: 2_000, pieces: 1 },
      ],
      62_000,
    ),
  ).toMatchObject({ ok: true })
  expect(closings(stage)[0]?.notes?.count).toEqual([
    { face: 20_000, pieces: 3 },
    { face: 2_000, pieces: 1 },
  ])
  expect(stage.facts('shiftClosed')[0]?.drawer).toMatchObject({
    expected: 62_000,
    counted: 62_000,
    difference: 0,
  })
  expect(await close([], 0)).toMatchObject({ refusal: { code: 'noOpenShift' } })
  expectSound(stage)
})

test('what somebody allowed, opened, moved, printed again and gave up stands in the Z, one by one', async () => {
  const stage = await openStage()
  await stage.sell('POT')
  await stage.accepted({ type: 'reprint', ticket: stage.number(1) })
  await stage.accepted({ type: 'openDrawer', reason: 'coins' })
  const move = { type: 'moveCash', amount: stage.dirhams(20), reason: 'tea' } as const
  await stage.accepted({ ...move, direction: 'out', purpose: 'expense' })
  await stage.accepted({ ...move, direction: 'in' })
  await stage.ring('RUG')
  await stage.accepted({ type: 'cancelSale' })
  await stage.counter.settled()
  await stage.accepted({ type: 'closeShift', counted: stage.dirhams(620) })
  expect(closings(stage)[0]).toMatchObject({
    figures: { noSales: 1, reprints: 1, cancelled: { count: 1, amount: 100_000 } },
    notes: {
      noSales: [{ by: 'amina', reason: 'coins' }],
      reprints: [{ paper: 'receipt 1' }],
      cashMoves: [
        { by: 'amina', direction: 'out', purpose: 'expense', amount: 2_000, reason: 'tea' },
        { direction: 'in', purpose: 'other' },
      ],
      count: null,
    },
  })
  expectSound(stage)
})

test('a Z is signed by the shop, over every figure, with the chain up to it and the perpetual totals', async () => {
  const key = openShopKey(testFolder())
  const stage = await openStage({ key })
  await stage.sell('POT')
  await stage.accepted({ type: 'refund', ticket: stage.number(1), line: 1, quantity: 1, tender: 'cash' })
  await stage.counter.settled()
  const head = stage.ledger.head()
  await stage.accepted({ type: 'closeShift', counted: stage.dirhams(500) })
  const [fact] = stage.facts('periodClosed')
  if (!fact?.signed) throw new Error('the closing is signed')
  const { closing, signed } = fact
  expect(holds(signed.publicKey, canonicalJson(closing), signed.signature)).toBe(true)
  expect(holds(signed.publicKey, canonicalJson({ ...closing, number: 2 }), signed.signature)).toBe(false)
  expect(closing).toMatchObject({ head: head?.hash, entries: { last: head?.seq }, grandTotal: 0 })
  expect(closing.absoluteTotal).toBe(24_000)
  expectSound(stage)
})

test('training closes its own drawer, unsigned, and leaves no closing behind', async () => {
  const stage = await openStage({ key: openShopKey(testFolder()) })
  await stage.accepted({ type: 'setTraining', on: true })
  await stage.accepted({ type: 'closeShift', counted: stage.dirhams(500) })
  await stage.accepted({ type: 'setTraining', on: false })
  expect(stage.facts('periodClosed')).toEqual([])
  expect(stage.ledger.openShift()).not.toBeNull()
})

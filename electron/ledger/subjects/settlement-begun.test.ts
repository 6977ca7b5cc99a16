import { expect, test } from 'vitest'
import type { Seq } from '#shared/kernel/ids.ts'
import { cardDesk } from '#test/harness/ledger-cards.ts'
import { everyRow, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { verifyLedger } from '../verify/verify.ts'

const day = '2026-11-23'
/** A terminal with one movement settled elsewhere, one still to settle, and the entry between them. */
function begun() {
  const folder = testFolder()
  const ledger = testLedger(folder)
  const desk = cardDesk(ledger, { ...stoppedClock.now(), utcMs: Date.parse(`${day}T12:00:00Z`) })
  const old = desk.move({ amount: 900 })
  const through = ledger.head()?.seq ?? (0 as Seq)
  const open = desk.move({ amount: 200 })
  const fact = { kind: 'settlementBegun', terminal: 't1', acquirer: 'bank', through } as const
  desk.say(fact)
  return { folder, ledger, desk, old, open, through, fact }
}

test('what was settled before is in no batch and on no list, and is found when asked for', () => {
  const { folder, ledger, desk, old, open, through } = begun()
  const head = ledger.head()?.seq ?? (0 as Seq)
  expect(ledger.collected()).toMatchObject([{ terminal: 't1', count: 1, net: 200 }])
  expect(ledger.movementsToSettle('t1', head, 9).map(({ attemptId }) => attemptId)).toEqual([open])
  expect(ledger.settledThrough('t1')).toBe(through)
  expect(ledger.unpaidMovements('bank', day, day, 9).map(({ attemptId }) => attemptId)).toEqual([open])
  expect(ledger.findMovement(old)).toMatchObject({ attemptId: old, amount: 900 })
  const batch = desk.freeze('t1')
  expect(ledger.movementsOfBatch(batch).map(({ movement }) => movement.attemptId)).toEqual([open])
  const payable = ledger.movementsOfDays('bank', day, day)
  expect(payable.map(({ movement }) => movement.attemptId)).toEqual([open])
  ledger.close()
  expect(verifyLedger(folder).problems).toEqual([])
})

test('its messages wait for nobody, and those after it wait for their batch', () => {
  const { ledger, open } = begun()
  expect(ledger.outbox.waiting('acquirer', 9).map(({ key }) => key)).toEqual([`card:${open}`])
})

test('a terminal that never moved money begins, too', () => {
  const { ledger, desk, fact } = begun()
  expect(ledger.settlesTerminal('t2')).toBe(false)
  desk.say({ ...fact, terminal: 't2', through: 0 as Seq })
  expect([ledger.settlesTerminal('t2'), ledger.settledThrough('t2')]).toEqual([true, 0])
  const first = desk.move({ terminal: 't2' })
  expect(ledger.movementsOfBatch(desk.freeze('t2')).map(({ movement }) => movement.attemptId)).toEqual([
    first,
  ])
})

test.each([
  ['twice', {}],
  ['with another acquirer', { acquirer: 'other' }],
  ['after what has not happened yet', { terminal: 't2', through: 99 as Seq }],
])('settlement that begins %s is refused whole', (_, change) => {
  const { folder, desk, fact } = begun()
  const before = everyRow(folder)
  expect(() => desk.say({ ...fact, ...change })).toThrow(/cannot begin/)
  expect(everyRow(folder)).toEqual(before)
})

test('a batch that would reach behind it is refused', () => {
  const { desk, through } = begun()
  expect(() => desk.freeze('t1', { through: through - 1 })).toThrow(/cannot go up to/)
})

test('what settles already does not begin', () => {
  const { desk, fact } = begun()
  desk.move({ terminal: 't3' })
  desk.freeze('t3')
  expect(() => desk.say({ ...fact, terminal: 't3' })).toThrow(/cannot begin/)
})

import { expect, test } from 'vitest'
import type { Forward, OutboxDestination } from '#shared/checkout/effect.ts'
import type { BatchId } from '#shared/settlement/batch.ts'
import { stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { verifyLedger } from './verify/verify.ts'
import type { Ledger } from './write-ledger.ts'

const at = stoppedClock.now()
const host: OutboxDestination = 'host/bank'

const message = (n: number, destination: OutboxDestination = host): Forward => ({
  destination,
  key: `${destination}:${n}`,
  body: { type: 'settleBatch', batch: `batch-${n}` as BatchId },
})

/** Messages 1 to `count` wait for a host, each written a second after the one before. */
function waiting(ledger: Ledger, count: number, destination: OutboxDestination = host): readonly number[] {
  for (let n = 1; n <= count; n++) {
    const later = { ...at, utcMs: at.utcMs + n * 1000 }
    ledger.append([{ kind: 'clockWentBack', from: at, to: at }], '', later, [message(n, destination)])
  }
  return ledger.outbox.waiting(destination, count).map(({ id }) => id)
}

const keysOf = (ledger: Ledger, limit = 10): readonly string[] =>
  ledger.outbox.waiting(host, limit).map(({ key }) => key)

test('what waits is given oldest first, with its tries and the instant it was written', () => {
  const ledger = testLedger()
  waiting(ledger, 3)
  const [first, second] = ledger.outbox.waiting(host, 2)
  expect(first).toEqual({
    id: 1,
    destination: host,
    key: 'host/bank:1',
    body: { type: 'settleBatch', batch: 'batch-1' },
    tries: 0,
    sends: 0,
    nextTryUtcMs: 0,
    enqueuedAt: { ...at, utcMs: at.utcMs + 1000 },
  })
  expect(second?.key).toBe('host/bank:2')
  expect(ledger.outbox.waiting('host/other', 9)).toEqual([])
})

test('a try is counted when it begins, not when it fails', () => {
  const ledger = testLedger()
  const [id = 0] = waiting(ledger, 1)
  expect(ledger.outbox.begin(id)).toMatchObject({ id, tries: 1 })
  ledger.outbox.failed(id, 5000, 'silent')
  expect(ledger.outbox.begin(id)).toMatchObject({ tries: 2, nextTryUtcMs: 5000 })
  expect(ledger.outbox.find('host/bank:1')).toMatchObject({ tries: 2, state: 'waiting', lastError: 'silent' })
})

test('a try of which nothing left is a try and no send, however often', () => {
  const ledger = testLedger()
  const [id = 0] = waiting(ledger, 1)
  expect(ledger.outbox.begin(id)).toMatchObject({ tries: 1, sends: 1 })
  ledger.outbox.failed(id, 0, 'noNetwork', true)
  expect(ledger.outbox.begin(id)).toMatchObject({ tries: 2, sends: 1 })
  ledger.outbox.failed(id, 0, 'silent')
  expect(ledger.outbox.begin(id)).toMatchObject({ tries: 3, sends: 2 })
  ledger.outbox.failed(id, 0, 'noNetwork', true)
  expect(ledger.outbox.find('host/bank:1')).toMatchObject({ tries: 3, sends: 1 })
})

test('a till that died in the middle of a try knows that there was one', () => {
  const folder = testFolder()
  const before = testLedger(folder)
  const [id = 0] = waiting(before, 1)
  before.outbox.begin(id)
  before.close()
  expect(testLedger(folder).outbox.waiting(host, 1)).toMatchObject([{ id, tries: 1 }])
})

test('delivered is the end: it is neither begun nor found waiting, and once is enough', () => {
  const ledger = testLedger()
  const [id = 0] = waiting(ledger, 2)
  ledger.outbox.delivered(id, 1)
  ledger.outbox.delivered(id, 2)
  ledger.outbox.release(id)
  expect(keysOf(ledger)).toEqual(['host/bank:2'])
  expect(() => ledger.outbox.begin(id)).toThrow(/cannot be begun/)
  expect(ledger.outbox.find('host/bank:1')?.state).toBe('delivered')
})

test('one set aside lets the next ones go, until a person releases it', () => {
  const ledger = testLedger()
  const [poison = 0, next = 0] = waiting(ledger, 3)
  ledger.outbox.begin(poison)
  ledger.outbox.setAside(poison, 5, 'refused')
  expect(keysOf(ledger)).toEqual(['host/bank:2', 'host/bank:3'])
  expect(() => ledger.outbox.begin(poison)).toThrow(/cannot be begun/)
  ledger.outbox.delivered(next, 6)
  expect(ledger.outbox.lane(host)).toMatchObject({ waiting: 1, setAside: 1 })
  ledger.outbox.release(poison)
  expect(keysOf(ledger)).toEqual(['host/bank:1', 'host/bank:3'])
  expect(ledger.outbox.begin(poison)).toMatchObject({ tries: 2, nextTryUtcMs: 0 })
})

test('a message that is not there is nobody’s', () => {
  const { outbox } = testLedger()
  expect(outbox.find('nothing')).toBeNull()
  for (const move of [
    () => outbox.begin(9),
    () => outbox.failed(9, 0, ''),
    () => outbox.delivered(9, 0),
    () => outbox.setAside(9, 0, ''),
    () => outbox.release(9),
  ])
    expect(move).toThrow(/message 9/)
})

test('lanes tell how many wait, since when, and what became of the oldest', () => {
  const ledger = testLedger()
  const [oldest = 0] = waiting(ledger, 2)
  waiting(ledger, 1, 'marketplace')
  ledger.outbox.begin(oldest)
  ledger.outbox.failed(oldest, 7000, 'noNetwork')
  const since = { ...at, utcMs: at.utcMs + 1000 }
  const told = { tries: 1, nextTryUtcMs: 7000, lastError: 'noNetwork' }
  const bank = { destination: host, waiting: 2, setAside: 0, since, ...told }
  expect(ledger.outbox.lane(host)).toEqual(bank)
  expect(ledger.lanes().map(({ destination }) => destination)).toEqual([host, 'marketplace'])
  expect(ledger.lanes()[0]).toEqual(bank)
  expect(ledger.outbox.destinations()).toEqual([host, 'marketplace'])
  const none = { waiting: 0, setAside: 0, since: null, tries: 0, nextTryUtcMs: 0, lastError: null }
  expect(ledger.outbox.lane('host/nobody')).toEqual({ destination: 'host/nobody', ...none })
})

test('a lane with nothing left is no destination any more', () => {
  const ledger = testLedger()
  const [first = 0, second = 0] = waiting(ledger, 2)
  ledger.outbox.setAside(first, 1, '')
  ledger.outbox.delivered(second, 1)
  expect(ledger.outbox.destinations()).toEqual([host])
  ledger.outbox.delivered(first, 2)
  expect(ledger.lanes()).toEqual([])
})

test('counts: all that is not there yet, and all ever written; hosts together', () => {
  const ledger = testLedger()
  waiting(ledger, 2, 'acquirer')
  expect(ledger.outboxCounts()).toEqual({ waiting: 2, byDestination: { acquirer: 2, marketplace: 0 } })
  const [first = 0] = waiting(ledger, 2, 'host/a')
  waiting(ledger, 1, 'host/b')
  ledger.outbox.setAside(first, 1, '')
  ledger.outbox.delivered(1, 1)
  expect(ledger.outboxCounts()).toEqual({
    waiting: 4,
    byDestination: { acquirer: 2, marketplace: 0, host: 3 },
  })
})

test('the fact that ends a message and its delivery are one', () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  const [id = 0] = waiting(ledger, 2)
  const bad = { kind: 'drawerOpened', shiftId: 'none', reason: '' } as never
  expect(() => ledger.append([bad], '', at, [], { delivered: [id] })).toThrow(/no shift/)
  expect(keysOf(ledger)).toHaveLength(2)
  ledger.append([{ kind: 'clockWentBack', from: at, to: at }], '', at, [], { delivered: [id] })
  expect(keysOf(ledger)).toEqual(['host/bank:2'])
  ledger.close()
  expect(verifyLedger(folder).problems).toEqual([])
})

test('messages that one covered are delivered with it, those of another destination or set aside are not', () => {
  const ledger = testLedger()
  const ids = waiting(ledger, 5)
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = ids
  const [other = 0] = waiting(ledger, 1, 'marketplace')
  ledger.outbox.setAside(third, 1, 'refused')
  ledger.outbox.delivered(second, 1)
  ledger.outbox.begin(first)
  ledger.outbox.delivered(first, 9, [second, third, fourth, other, 99])
  expect(ledger.outbox.waiting(host, 9).map(({ id }) => id)).toEqual([fifth])
  expect(ledger.outbox.lane(host)).toMatchObject({ waiting: 1, setAside: 1 })
  expect(ledger.outbox.lane('marketplace')).toMatchObject({ waiting: 1 })
  expect(ledger.outbox.find('host/bank:3')?.state).toBe('setAside')
})

test('nothing is covered by a message that is not there', () => {
  const ledger = testLedger()
  const ids = waiting(ledger, 2)
  expect(() => ledger.outbox.delivered(77, 1, ids)).toThrow('cannot be delivered')
  expect(keysOf(ledger)).toHaveLength(2)
})

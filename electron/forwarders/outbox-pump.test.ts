import { expect, test } from 'vitest'
import { seeded } from '#test/crash/seeded.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { delivered, keys, lane, pumpStage, silent } from '#test/harness/pump-stage.ts'
import { mostAfter } from './back-off.ts'
import type { Delivery } from './forwarder.ts'

const day = 86_400_000

test('messages arrive in the order they were written, each once, one at a time', async () => {
  const { write, pump, settle, calls, world, timers } = pumpStage()
  for (const key of ['a', 'b', 'c']) write(key)
  world.answer = async () => {
    await new Promise<void>((resolve) => timers.after(50, resolve))
    return delivered
  }
  pump.wake()
  pump.wake()
  await settle()
  expect(keys(calls)).toEqual(['a', 'b', 'c'])
  expect(world.most).toBe(1)
  expect(pump.lanes()).toEqual([])
  write('d')
  pump.wake()
  await settle()
  expect(keys(calls)).toEqual(['a', 'b', 'c', 'd'])
})

test('a message that is not delivered holds up its own lane and no other', async () => {
  const { write, pump, settle, calls, world } = pumpStage()
  write('a')
  write('b')
  write('c', 'host/other')
  world.answer = ({ key }) => (key === 'a' ? silent : delivered)
  pump.wake()
  await settle()
  expect(keys(calls).toSorted()).toEqual(['a', 'c'])
  expect(lane(pump)).toMatchObject({ waiting: 2, setAside: 0, trouble: 'silent' })
})

test('messages that another one covered are not brought any more', async () => {
  const { write, pump, settle, calls, world, ledger } = pumpStage()
  for (const key of ['a', 'b', 'c']) write(key)
  world.answer = () => ({ end: 'delivered', also: ledger.outbox.waiting('host/bank', 2).map(({ id }) => id) })
  pump.wake()
  await settle()
  expect(keys(calls)).toEqual(['a', 'c'])
  expect(pump.lanes()).toEqual([])
})

test('waits grow, keep within their bounds, and the same message is tried until it arrives', async () => {
  const { write, pump, calls, world, timers, clock } = pumpStage()
  write('a')
  world.answer = ({ tries }) => (tries < 16 ? silent : delivered)
  pump.wake()
  await timers.advance(3 * 3_600_000)
  expect(calls.map(({ tries }) => tries)).toEqual(Array.from({ length: 16 }, (_, n) => n + 1))
  const waits = calls.slice(1).map(({ atMs }, n) => atMs - (calls[n]?.atMs ?? 0))
  for (const [n, wait] of waits.entries()) {
    expect(wait).toBeGreaterThanOrEqual(1_000)
    expect(wait).toBeLessThanOrEqual(mostAfter(n + 1))
  }
  expect(Math.max(...waits)).toBeGreaterThan(60_000)
  expect(pump.lanes()).toEqual([])
  expect(clock.now().utcMs).toBeGreaterThan(0)
})

test('a lane says since when it waits, why, and when it tries again; while it tries it says nothing', async () => {
  const { write, pump, settle, world, clock, timers, ledger } = pumpStage()
  write('a')
  let answer: (delivery: Delivery) => void = () => undefined
  world.answer = () =>
    new Promise((resolve) => {
      answer = resolve
    })
  pump.wake()
  await timers.advance(10)
  expect(lane(pump)).toEqual({
    destination: 'host/bank',
    waiting: 1,
    since: ledger.head()?.at,
    trouble: null,
    nextTryAt: null,
    setAside: 0,
  })
  answer(silent)
  await settle()
  const waiting = lane(pump)
  expect(waiting).toMatchObject({ trouble: 'silent', waiting: 1 })
  expect(waiting?.nextTryAt?.utcMs).toBeGreaterThanOrEqual(clock.now().utcMs + 1_000)
})

test('a destination nobody brings messages to is shown, and left alone', async () => {
  const { write, pump, settle, calls } = pumpStage()
  write('m', 'marketplace')
  pump.wake()
  pump.hurry('marketplace')
  await settle()
  expect(calls).toEqual([])
  expect(lane(pump, 'marketplace')).toMatchObject({ waiting: 1, trouble: null, nextTryAt: null })
})

test('what is refused for good is set aside, shown, and the ones behind it go on', async () => {
  const { write, pump, settle, calls, world, ledger } = pumpStage()
  write('a')
  write('b')
  world.answer = ({ key }) =>
    key === 'a' ? { end: 'setAside', trouble: 'refused', detail: '12 invalid' } : delivered
  pump.wake()
  await settle()
  expect(keys(calls)).toEqual(['a', 'b'])
  expect(lane(pump)).toMatchObject({ waiting: 0, setAside: 1 })
  expect(ledger.outbox.find('a')).toMatchObject({ state: 'setAside', lastError: 'refused: 12 invalid' })
})

test('a message its forwarder fails on is tried six times in a row and then set aside', async () => {
  const { write, pump, calls, world, timers, ledger } = pumpStage()
  write('poison')
  write('b')
  world.answer = ({ key, tries }) => {
    if (key !== 'poison') return delivered
    // In between it was only silent: the count begins anew.
    if (tries === 3) return silent
    throw new TypeError('of undefined')
  }
  pump.wake()
  await timers.advance(3_600_000)
  expect(calls.filter(({ key }) => key === 'poison')).toHaveLength(9)
  expect(keys(calls).at(-1)).toBe('b')
  expect(ledger.outbox.find('poison')).toMatchObject({ state: 'setAside', lastError: 'internal: TypeError' })
  expect(lane(pump)).toMatchObject({ setAside: 1, waiting: 0 })
})

test('somebody who does not want to wait is served at once, what was set aside included', async () => {
  const { write, pump, settle, calls, world, ledger, timers } = pumpStage()
  write('a')
  world.answer = ({ tries }) => (tries < 9 ? silent : delivered)
  pump.wake()
  await timers.advance(60_000)
  const before = calls.length
  const at = timers.nowMs()
  pump.hurry('host/bank')
  await settle()
  expect(calls.length).toBe(before + 1)
  expect(calls.at(-1)?.atMs).toBe(at)
  const row = ledger.outbox.find('a')
  if (row === null) throw new Error('no row')
  ledger.outbox.setAside(row.id, 0, 'refused: by hand')
  ledger.outbox.release(row.id)
  world.answer = () => delivered
  pump.hurry('host/bank')
  await settle()
  expect(pump.lanes()).toEqual([])
})

test('whatever a destination does, nothing is lost, overtaken, or told again once it was delivered', async () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const chance = seeded(seed)
    const { write, pump, calls, world, timers, clock } = pumpStage(testFolder(), { seed })
    const arrived: string[] = []
    world.answer = async ({ key }) => {
      if (chance.chance(0.2))
        await new Promise<void>((resolve) => timers.after(chance.between(1, 90_000), resolve))
      if (chance.chance(0.5)) return silent
      if (chance.chance(0.05)) throw new Error('a defect')
      arrived.push(key)
      return delivered
    }
    const wanted = Array.from({ length: 30 }, (_, n) => `m${n}`)
    for (const key of wanted) {
      write(key)
      if (chance.chance(0.7)) pump.wake()
      if (chance.chance(0.2)) clock.jump(chance.between(-day, day))
      await timers.advance(chance.between(0, 60_000))
    }
    pump.wake()
    await timers.advance(5 * day)
    expect(arrived).toEqual(wanted)
    expect(world.most).toBe(1)
    const firsts = calls.filter(({ tries }) => tries === 1)
    expect(keys(firsts)).toEqual(wanted)
    await pump.close()
  }
})

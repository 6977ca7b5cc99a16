import { expect, onTestFinished, test } from 'vitest'
import { LedgerUnwritable } from '#electron/ledger/handles.ts'
import { silentLog } from '#electron/platform/log.ts'
import type { Destination } from '#shared/checkout/effect.ts'
import type { BatchId } from '#shared/settlement/batch.ts'
import { seeded } from '#test/crash/seeded.ts'
import { JumpingClock } from '#test/harness/jumping-clock.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { longestWaitMs, mostAfter } from './back-off.ts'
import type { Delivery, Forwarder } from './forwarder.ts'
import { OutboxPump } from './outbox-pump.ts'

const delivered: Delivery = { end: 'delivered' }
const silent: Delivery = { end: 'again', trouble: 'silent', detail: 'no answer in 60 s' }
const day = 86_400_000

interface Call {
  readonly key: string
  readonly tries: number
  readonly atMs: number
}

/** A ledger, a pump on it, and a destination that answers as it is told. */
function stage(folder = testFolder(), { seed = 7, timers = new VirtualTimers() } = {}) {
  const ledger = testLedger(folder)
  const clock = new JumpingClock(timers)
  const calls: Call[] = []
  const world = {
    answer: (_call: Call): Delivery | Promise<Delivery> => delivered,
    /** Calls under way at once in one lane, at most. */
    inFlight: 0,
    most: 0,
  }
  const forwarder: Forwarder = {
    async forward({ key, tries }) {
      const call = { key, tries, atMs: timers.nowMs() }
      calls.push(call)
      world.inFlight += 1
      world.most = Math.max(world.most, world.inFlight)
      try {
        return await world.answer(call)
      } finally {
        world.inFlight -= 1
      }
    },
  }
  const pump = new OutboxPump({
    ledger,
    forwarderTo: (destination) =>
      destination === 'host/bank' || destination === 'host/other' ? forwarder : null,
    clock,
    timers,
    chance: seeded(seed).next,
    log: silentLog,
  })
  onTestFinished(() => timers.until(pump.close()))
  const write = (key: string, destination: Destination = 'host/bank'): void =>
    void ledger.append([], 'till', clock.now(), [
      { destination, key, body: { type: 'settleBatch', batch: key as BatchId } },
    ])
  const settle = () => timers.until(pump.settled())
  return { ledger, clock, timers, calls, world, pump, write, settle, folder }
}

const keys = (calls: readonly Call[]) => calls.map(({ key }) => key)
const lane = (pump: OutboxPump, destination = 'host/bank') =>
  pump.lanes().find((view) => view.destination === destination)

test('messages arrive in the order they were written, each once, one at a time', async () => {
  const { write, pump, settle, calls, world, timers } = stage()
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
  const { write, pump, settle, calls, world } = stage()
  write('a')
  write('b')
  write('c', 'host/other')
  world.answer = ({ key }) => (key === 'a' ? silent : delivered)
  pump.wake()
  await settle()
  expect(keys(calls).toSorted()).toEqual(['a', 'c'])
  expect(lane(pump)).toMatchObject({ waiting: 2, setAside: 0, trouble: 'silent' })
})

test('waits grow, keep within their bounds, and the same message is tried until it arrives', async () => {
  const { write, pump, calls, world, timers, clock } = stage()
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
  const { write, pump, settle, world, clock, timers, ledger } = stage()
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
  const { write, pump, settle, calls } = stage()
  write('m', 'marketplace')
  pump.wake()
  pump.hurry('marketplace')
  await settle()
  expect(calls).toEqual([])
  expect(lane(pump, 'marketplace')).toMatchObject({ waiting: 1, trouble: null, nextTryAt: null })
})

test('a try is on the disk before its call: whoever comes after a kill knows that it may have arrived', async () => {
  const first = stage()
  first.write('a')
  first.world.answer = () => new Promise(() => undefined)
  first.pump.wake()
  await first.timers.advance(1)
  expect(keys(first.calls)).toEqual(['a'])
  // The process is killed here: nothing of it is heard again.
  first.ledger.close()
  const second = stage(first.folder)
  second.pump.wake()
  await second.settle()
  expect(second.calls).toMatchObject([{ key: 'a', tries: 2 }])
  expect(second.pump.lanes()).toEqual([])
})

test('after a restart the rest of a wait is waited for, and no more than can have been left', async () => {
  for (const [jump, most] of [
    [0, longestWaitMs],
    [-day, longestWaitMs],
    [365 * day, 0],
  ] as const) {
    const before = stage()
    before.write('a')
    before.world.answer = () => silent
    before.pump.wake()
    await before.timers.advance(3_600_000)
    const tried = before.calls.length
    await before.pump.close()
    before.ledger.close()
    const after = stage(before.folder, { timers: before.timers })
    after.clock.jump(jump)
    const openedMs = after.timers.nowMs()
    after.world.answer = () => silent
    after.pump.wake()
    await after.timers.advance(most)
    expect(after.calls[0]).toMatchObject({ tries: tried + 1 })
    expect((after.calls[0]?.atMs ?? 0) - openedMs).toBeLessThanOrEqual(most)
    // A jump forward makes it due once, and not again and again.
    expect(after.calls.length).toBeLessThan(4)
    await after.pump.close()
  }
})

test('a clock that jumps while the till runs neither starves nor floods', async () => {
  for (const jump of [-day, 365 * day]) {
    const { write, pump, calls, world, timers, clock } = stage()
    write('a')
    world.answer = () => silent
    pump.wake()
    await timers.advance(1_800_000)
    const before = calls.length
    clock.jump(jump)
    await timers.advance(1_800_000)
    const after = calls.length - before
    expect(after).toBeGreaterThanOrEqual(3)
    expect(after).toBeLessThan(200)
    await pump.close()
  }
})

test('what is refused for good is set aside, shown, and the ones behind it go on', async () => {
  const { write, pump, settle, calls, world, ledger } = stage()
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
  const { write, pump, calls, world, timers, ledger } = stage()
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
  const { write, pump, settle, calls, world, ledger, timers } = stage()
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

test('a closing till is told to the forwarder; the next run does not wait because of it', async () => {
  const first = stage()
  first.write('a')
  const closing: { signal?: AbortSignal } = {}
  first.world.answer = () => silent
  const slow: Forwarder = {
    forward: (_row, signal) =>
      new Promise((resolve) => {
        closing.signal = signal
        signal.addEventListener('abort', () => resolve({ end: 'again', trouble: 'closing', detail: '' }))
      }),
  }
  const pump = new OutboxPump({
    ledger: first.ledger,
    forwarderTo: () => slow,
    clock: first.clock,
    timers: first.timers,
    chance: () => 0.5,
    log: silentLog,
  })
  pump.wake()
  await first.timers.advance(1)
  await first.timers.until(pump.close())
  expect(closing.signal?.aborted).toBe(true)
  expect(first.ledger.outbox.find('a')).toMatchObject({ tries: 1, lastError: 'closing: ' })
  first.ledger.close()
  const second = stage(first.folder, { timers: first.timers })
  const at = second.timers.nowMs()
  second.pump.wake()
  await second.settle()
  expect(second.calls).toMatchObject([{ tries: 2, atMs: at }])
})

test('a forwarder that does not come to an end holds up no closing, and its late word changes nothing', async () => {
  const { write, pump, world, timers, ledger } = stage()
  write('a')
  let answer: (delivery: Delivery) => void = () => undefined
  world.answer = () =>
    new Promise((resolve) => {
      answer = resolve
    })
  pump.wake()
  await timers.advance(1)
  await timers.until(pump.close())
  answer(delivered)
  await timers.advance(1)
  expect(ledger.outbox.find('a')).toMatchObject({ state: 'waiting', tries: 1 })
})

test('a disk that refuses sends nothing, sets nothing aside, and the lane goes on when it writes again', async () => {
  const { write, pump, calls, timers, ledger } = stage()
  write('a')
  const { begin } = ledger.outbox
  let full = true
  Object.assign(ledger.outbox, {
    begin(id: number) {
      if (full) throw new LedgerUnwritable('the disk is full')
      return begin(id)
    },
  })
  pump.wake()
  await timers.advance(120_000)
  expect(calls).toEqual([])
  full = false
  await timers.advance(longestWaitMs)
  expect(calls).toMatchObject([{ key: 'a', tries: 1 }])
  expect(pump.lanes()).toEqual([])
})

test('whatever a destination does, nothing is lost, overtaken, or told again once it was delivered', async () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const chance = seeded(seed)
    const { write, pump, calls, world, timers, clock } = stage(testFolder(), { seed })
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

import { expect, test } from 'vitest'
import { LedgerUnwritable } from '#electron/ledger/handles.ts'
import { silentLog } from '#electron/platform/log.ts'
import { delivered, keys, pumpStage, silent } from '#test/harness/pump-stage.ts'
import { longestWaitMs } from './back-off.ts'
import type { Delivery, Forwarder } from './forwarder.ts'
import { OutboxPump } from './outbox-pump.ts'

const day = 86_400_000

test('a try is on the disk before its call: whoever comes after a kill knows that it may have arrived', async () => {
  const first = pumpStage()
  first.write('a')
  first.world.answer = () => new Promise(() => undefined)
  first.pump.wake()
  await first.timers.advance(1)
  expect(keys(first.calls)).toEqual(['a'])
  // The process is killed here: nothing of it is heard again.
  first.ledger.close()
  const second = pumpStage(first.folder)
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
    const before = pumpStage()
    before.write('a')
    before.world.answer = () => silent
    before.pump.wake()
    await before.timers.advance(3_600_000)
    const tried = before.calls.length
    await before.pump.close()
    before.ledger.close()
    const after = pumpStage(before.folder, { timers: before.timers })
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
    const { write, pump, calls, world, timers, clock } = pumpStage()
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

test('a closing till is told to the forwarder; the next run does not wait because of it', async () => {
  const first = pumpStage()
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
  const second = pumpStage(first.folder, { timers: first.timers })
  const at = second.timers.nowMs()
  second.pump.wake()
  await second.settle()
  expect(second.calls).toMatchObject([{ tries: 2, atMs: at }])
})

test('a forwarder that does not come to an end holds up no closing, and its late word changes nothing', async () => {
  const { write, pump, world, timers, ledger } = pumpStage()
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
  const { write, pump, calls, timers, ledger } = pumpStage()
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

import { onTestFinished } from 'vitest'
import type { Delivery, Forwarder } from '#electron/forwarders/forwarder.ts'
import { OutboxPump } from '#electron/forwarders/outbox-pump.ts'
import { silentLog } from '#electron/platform/log.ts'
import type { OutboxDestination } from '#shared/checkout/effect.ts'
import type { BatchId } from '#shared/settlement/batch.ts'
import { seeded } from '../crash/seeded.ts'
import { JumpingClock } from './jumping-clock.ts'
import { testFolder, testLedger } from './ledger-folder.ts'
import { VirtualTimers } from './virtual-timers.ts'

export const delivered: Delivery = { end: 'delivered' }
export const silent: Delivery = { end: 'again', trouble: 'silent', detail: 'no answer in 60 s' }

/** A message as it was brought to its destination. */
export interface Call {
  readonly key: string
  readonly tries: number
  readonly atMs: number
}

/** A ledger, a pump on it, and a destination that answers as it is told. */
export function pumpStage(folder = testFolder(), { seed = 7, timers = new VirtualTimers() } = {}) {
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
  const write = (key: string, destination: OutboxDestination = 'host/bank'): void =>
    void ledger.append([], 'till', clock.now(), [
      { destination, key, body: { type: 'settleBatch', batch: key as BatchId } },
    ])
  const settle = () => timers.until(pump.settled())
  return { ledger, clock, timers, calls, world, pump, write, settle, folder }
}

export const keys = (calls: readonly Call[]) => calls.map(({ key }) => key)
export const lane = (pump: OutboxPump, destination = 'host/bank') =>
  pump.lanes().find((view) => view.destination === destination)

import { neo2Reader } from '#drivers/readers/idtech/neo2-reader.ts'
import { testCard } from '#drivers/simulators/reader/cards.ts'
import { makeReaderSimulator, type SimulatedReader } from '#drivers/simulators/reader/simulators.ts'
import { linkPair, memoryTransport } from '#drivers/transport/memory.ts'
import { seededChance } from '#shared/kernel/seeded-chance.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { tapped } from './tapped.ts'
import { chargeOnce, driverOf, quietHooks, type Stand, sale, simulatorOf } from './terminal-stand.ts'

/** As much as a TCP segment carries; a serial port gives less. */
const largestChunk = 1_460
const streamBytes = 6_000_000

/** Everything a terminal says in three sales and a refusal. */
export async function saidBy(stand: Stand): Promise<Uint8Array> {
  const timers = new VirtualTimers()
  const simulator = await simulatorOf(stand, timers)
  const said: Uint8Array[] = []
  const wire = memoryTransport('bench', (link) => simulator.accept(link, stand.via))
  const tap = { onIn: (bytes: Uint8Array) => void said.push(bytes.slice()), onOut: () => undefined }
  const terminal = await driverOf(stand, tapped(wire, tap), timers)
  for (const sequence of [1, 2, 3]) await timers.until(chargeOnce(terminal, sequence))
  simulator.setFault('decline')
  await timers.until(terminal.charge(sale(4), quietHooks()))
  await terminal.close()
  simulator.close()
  return Buffer.concat(said)
}

/** Everything a reader says of three cards on a serial line. */
export async function readBy(protocol: SimulatedReader): Promise<Uint8Array> {
  const simulator = makeReaderSimulator(protocol)
  const said: Uint8Array[] = []
  if (protocol === 'idtech-neo2') {
    const wire = memoryTransport('bench', (link) => simulator.accept(link, 'serial'))
    const tap = { onIn: (bytes: Uint8Array) => void said.push(bytes.slice()), onOut: () => undefined }
    const reader = neo2Reader({ transport: tapped(wire, tap), via: 'serial' })
    await reader.open()
    for (const entry of ['swipe', 'insert', 'tap'] as const) {
      await reader.ask?.({ amountMinor: 12_550, kind: 'purchase', timeoutS: 30 })
      await simulator.swipe(testCard, entry)
    }
    await reader.close()
  } else {
    const [near, far] = linkPair()
    near.onData((bytes) => void said.push(bytes.slice()))
    simulator.accept(far, 'serial')
    for (let card = 0; card < 3; card++) await simulator.swipe(testCard)
    await near.close()
  }
  simulator.close()
  return Buffer.concat(said)
}

export interface Stream {
  readonly chunks: readonly Uint8Array[]
  readonly bytes: number
  /** How many times what was said stands in it. */
  readonly copies: number
}

/** The same again and again, six megabytes of it, cut anywhere. */
export function cutAnywhere(said: Uint8Array): Stream {
  const copies = Math.ceil(streamBytes / said.length)
  const whole = new Uint8Array(copies * said.length)
  for (let copy = 0; copy < copies; copy++) whole.set(said, copy * said.length)
  const chance = seededChance(7)
  const chunks: Uint8Array[] = []
  for (let at = 0; at < whole.length; ) {
    const size = 1 + Math.floor(chance() * largestChunk)
    chunks.push(whole.subarray(at, at + size))
    at += size
  }
  return { chunks, bytes: whole.length, copies }
}

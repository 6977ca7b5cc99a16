import type { Link } from '#drivers/transport/transport.ts'
import { FaultShelf } from '../terminal/fault-shelf.ts'
import { readerFaults } from './faults.ts'
import { KeyCounter } from './key-counter.ts'
import { msrMessage } from './msr-message.ts'
import type { ReaderSimulator, ReaderSimulatorParts } from './reader-simulator.ts'
import { type MessageShape, ReaderWire } from './reader-wire.ts'

/** Key serial numbers as in ID TECH's manuals: key set 62994901190, counter zero. */
export const idtechInitialKsn = '62994901190000000000'
const reportLength = 537

const shape: MessageShape = {
  reports(message) {
    const report = new Uint8Array(reportLength)
    report.set(message.subarray(0, reportLength))
    return [report]
  },
  noise: Uint8Array.of(0x02, 0xff, 0x03, 0x02, 0x10, 0x00, 0x80, 0x41, 0x00, 0x2a, 0x02),
  absurd: Uint8Array.of(0x02, 0xff, 0xff, 0x80, 0x3f),
}

/** An ID TECH SecureMag. What it leaves out: README.md beside it. */
export function secureMagSimulator(parts: ReaderSimulatorParts = {}): ReaderSimulator {
  const faults = new FaultShelf(readerFaults.filter((fault) => fault !== 'none'))
  for (const fault of parts.faults ?? []) faults.set(fault)
  const keys = new KeyCounter(idtechInitialKsn, parts.counter)
  let wire: ReaderWire | null = null
  return {
    accept(link: Link, via) {
      wire = new ReaderWire(link, via)
    },
    async swipe(card) {
      const taken = faults.take()
      await wire?.send(msrMessage(card, keys.next(), parts, taken), shape, taken)
    },
    setFault: (fault, times) => faults.set(fault, times),
    close() {
      wire = null
    },
  }
}

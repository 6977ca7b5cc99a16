import { expect } from 'vitest'
import { zvtFaults } from '#drivers/simulators/terminal/zvt/faults.ts'
import { type ZvtSimulatorTimings, zvtSimulatorTimings } from '#drivers/simulators/terminal/zvt/timings.ts'
import { zvtSimulator } from '#drivers/simulators/terminal/zvt/zvt-simulator.ts'
import type { ZvtTimings } from '#drivers/terminals/zvt/timings.ts'
import { zvtTerminal } from '#drivers/terminals/zvt/zvt-terminal.ts'
import { type RigParts, realRig, virtualRig } from './make-rig.ts'
import { serialWire, tcpWire } from './rig-wire.ts'
import type { LinePlan } from './terminal-line.ts'
import type { RigTraits } from './terminal-rig.ts'

export type ZvtLink = 'tcp' | 'serial'

/** The protocol in a hundredth of its time or more, for wires that know no virtual time. Proportions kept. */
const quick: Partial<ZvtTimings> = {
  connectMs: 3_000,
  byteMs: 100,
  blockMs: 400,
  replyMs: 600,
  commandMs: 4_000,
  questionMs: 2_000,
  abortMs: 1_500,
  reversalMs: 900,
  pollMs: 50,
  pollForMs: 4_000,
}
const quickTerminal: ZvtSimulatorTimings = {
  cardMs: 200,
  noCardMs: 3_000,
  authoriseMs: 40,
  slowMs: 450,
  answerMs: 2,
  replyMs: 500,
  blockMs: 400,
  byteMs: 100,
  repeatMs: 50,
}
const traits: RigTraits = {
  capabilities: {
    void: true,
    refund: true,
    query: true,
    settle: true,
    totals: true,
    abort: true,
    prints: false,
    byHand: false,
  },
  faults: zvtFaults,
  harmless: ['fragment', 'merge', 'noise', 'staleFrame', 'nakBlocks', 'slow'],
  reversalMs: zvtSimulatorTimings.replyMs,
  cardMs: zvtSimulatorTimings.cardMs,
  authoriseMs: zvtSimulatorTimings.authoriseMs,
  approval: {
    maskedPan: '516794******3315',
    scheme: 'MASTERCARD',
    authorisation: expect.stringMatching(/^\d{6}$/),
    trace: '0001',
    terminalId: '29001006',
    terminalTime: expect.stringMatching(/^2311 1\d{5}$/),
  },
  steps: ['connecting', 'presentCard', 'presentCard', 'authorising', 'confirming', 'removeCard'],
  decline: { code: '05', text: 'Karte abgelehnt' },
  cancelled: '6C',
  recovery: 'lastTransaction',
  largestMinor: 999_999_999_999,
  // Headers whose data never comes, bare and in blocks, and blocks that never end (PA00P016 §2, §5).
  absurd: ['040fffffff', '8000ff', '06d3ffffff27', '1002040fffffff', '10021010101010', '1002', '84ffff'].map(
    (text) => Uint8Array.from(Buffer.from(text, 'hex')),
  ),
}

/** In virtual time: the protocol's own pace. */
export const zvtTraits: RigTraits = traits
/** Over a real wire: `quick`. */
export const quickZvtTraits: RigTraits = {
  ...traits,
  reversalMs: quickTerminal.replyMs,
  cardMs: quickTerminal.cardMs,
  authoriseMs: quickTerminal.authoriseMs,
}

const rigParts = (link: ZvtLink, keepsUnacknowledged = false): RigParts => ({
  via: link,
  // A refusal that seems older than its request is believed to be another's.
  behindMs: 0,
  lapse: 100,
  simulator: ({ timers, clock, scaled }) =>
    zvtSimulator({ timers, clock, keepsUnacknowledged, ...(scaled ? { timings: quickTerminal } : {}) }),
  driver: (parts, scaled) => zvtTerminal({ ...parts, link, ...(scaled ? { timings: quick } : {}) }),
})

/**
 * In memory and in virtual time: the protocol's own timings.
 * @param plan a bad line
 * @param keepsUnacknowledged a terminal that keeps a payment whose acknowledgement was lost
 */
export const memoryZvtRig = (link: ZvtLink, plan?: LinePlan, keepsUnacknowledged = false) =>
  virtualRig(rigParts(link, keepsUnacknowledged), plan)
export const tcpZvtRig = () => realRig(rigParts('tcp'), tcpWire())
export const serialZvtRig = () => realRig(rigParts('serial'), serialWire({ baud: 9_600, stopBits: 2 }))

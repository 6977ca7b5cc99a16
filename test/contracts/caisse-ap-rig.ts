import { expect } from 'vitest'
import { caisseApSimulator } from '#drivers/simulators/terminal/caisse-ap/caisse-ap-simulator.ts'
import { caisseApFaults } from '#drivers/simulators/terminal/caisse-ap/faults.ts'
import type { CaisseApSimulatorTimings } from '#drivers/simulators/terminal/caisse-ap/timings.ts'
import { caisseApSimulatorTimings } from '#drivers/simulators/terminal/caisse-ap/timings.ts'
import { caisseApTerminal } from '#drivers/terminals/caisse-ap/caisse-ap-terminal.ts'
import type { CaisseApTimings } from '#drivers/terminals/caisse-ap/timings.ts'
import { type RigParts, realRig, virtualRig } from './make-rig.ts'
import { serialWire, tcpWire } from './rig-wire.ts'
import type { LinePlan } from './terminal-line.ts'
import type { RigTraits } from './terminal-rig.ts'

/** A fraction of the usual time, for wires that know no virtual time. */
const quick: Partial<CaisseApTimings> = {
  connectMs: 3_000,
  strayMs: 10,
  answerMs: 1_200,
  drainMs: 30,
  stallMs: 400,
}
const quickTerminal: Partial<CaisseApSimulatorTimings> = {
  cardMs: 40,
  authoriseMs: 20,
  slowMs: 300,
  answerMs: 2,
  silenceMs: 20,
  brokenMs: 300,
  gapMs: 100,
}

const traits: RigTraits = {
  capabilities: {
    void: false,
    refund: true,
    query: false,
    settle: false,
    totals: false,
    abort: false,
    prints: true,
    byHand: false,
  },
  faults: caisseApFaults.filter((fault) => fault !== 'none'),
  harmless: ['fragment', 'merge', 'noise', 'staleFrame', 'slow', 'truncatedAnswer'],
  reversalMs: null,
  cardMs: caisseApSimulatorTimings.cardMs,
  authoriseMs: caisseApSimulatorTimings.authoriseMs,
  approval: {
    maskedPan: '516794******3315',
    scheme: 'CB',
    authorisation: expect.stringMatching(/^\d{6}$/),
    trace: null,
  },
  steps: ['connecting', 'presentCard', 'removeCard'],
  decline: { code: '04' },
  recovery: 'nothing',
  largestMinor: 999_999_999_999,
  // No LRC, no CRC: a digit of the amount that changes on the way is charged as it arrives.
  bearsSpoiltBytes: false,
  // Messages whose last field never comes, versions that are none, and fields without a message.
  absurd: ['CZ0040300CA999', 'CZ999', 'CZ0040300CB00', 'AE00210', 'CZ0040300AE002'].map((text) =>
    new TextEncoder().encode(text),
  ),
}

/** In virtual time: the usual pace. */
export const protocolTraits: RigTraits = traits
/** Over a socket: `quick`. */
export const quickTraits: RigTraits = { ...traits, cardMs: 40, authoriseMs: 20 }

const rigParts: RigParts = {
  via: 'tcp',
  simulator: ({ timers, scaled }) =>
    caisseApSimulator({ timers, ...(scaled ? { timings: quickTerminal } : {}) }),
  driver: (parts, scaled) => caisseApTerminal({ ...parts, ...(scaled ? { timings: quick } : {}) }),
}

/** In memory and in virtual time. @param plan a bad line */
export const memoryRig = (plan?: LinePlan) => virtualRig(rigParts, plan)
export const tcpRig = () => realRig(rigParts, tcpWire())
export const serialRig = () => realRig(rigParts, serialWire({ baud: 9_600 }))

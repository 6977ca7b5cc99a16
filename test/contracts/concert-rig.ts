import { concertSimulator } from '#drivers/simulators/terminal/concert/concert-simulator.ts'
import { concertFaults } from '#drivers/simulators/terminal/concert/faults.ts'
import type { ConcertSimulatorTimings } from '#drivers/simulators/terminal/concert/timings.ts'
import { concertSimulatorTimings } from '#drivers/simulators/terminal/concert/timings.ts'
import { concertTerminal } from '#drivers/terminals/concert/concert-terminal.ts'
import type { ConcertTimings } from '#drivers/terminals/concert/timings.ts'
import { type RigParts, realRig, virtualRig } from './make-rig.ts'
import { serialWire, tcpWire } from './rig-wire.ts'
import type { LinePlan } from './terminal-line.ts'
import type { RigTraits } from './terminal-rig.ts'

/** A fraction of the protocol's time, for wires that know no virtual time; waits for single bytes cut less. */
const quick: Partial<ConcertTimings> = {
  connectMs: 3_000,
  strayMs: 5,
  controlMs: 150,
  restartMs: 20,
  answerMs: 1_500,
  farewellMs: 50,
  reopenMs: 600,
  reopenPauseMs: 10,
}
const quickTerminal: Partial<ConcertSimulatorTimings> = {
  cardMs: 40,
  authoriseMs: 20,
  slowMs: 400,
  answerMs: 2,
  controlMs: 150,
  restartMs: 20,
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
  faults: concertFaults.filter((fault) => fault !== 'none'),
  harmless: [
    'fragment',
    'noise',
    'staleFrame',
    'slow',
    'vanish',
    'nakFrame',
    'loseAck',
    'enqIgnored',
    'noEot',
    'wrongLrc',
    'ownReference',
  ],
  reversalMs: null,
  cardMs: concertSimulatorTimings.cardMs,
  authoriseMs: concertSimulatorTimings.authoriseMs,
  approval: { maskedPan: '516794******3315', authorisation: null, trace: null },
  steps: ['connecting', 'presentCard', 'removeCard'],
  decline: { code: '7' },
  recovery: 'nothing',
  largestMinor: 99_999_999,
  // Frames that never end, a beginning in a beginning, and ends without one.
  absurd: [
    Uint8Array.of(0x02, ...Array(4_000).fill(0x30)),
    Uint8Array.of(0x02, 0x02, 0x30, 0x31, 0x30),
    Uint8Array.of(0x03, 0x03, 0x41),
    Uint8Array.of(0x02, 0x03, 0x03),
    Uint8Array.of(0x06, 0x06, 0x15, 0x15),
  ],
}

/** In virtual time: the protocol's own pace. */
export const protocolTraits: RigTraits = traits
/** Over a pseudo-terminal: `quick`. */
export const quickTraits: RigTraits = { ...traits, cardMs: 40, authoriseMs: 20 }

const rigParts: RigParts = {
  via: 'serial',
  simulator: ({ timers, scaled }) =>
    concertSimulator({ timers, ...(scaled ? { timings: quickTerminal } : {}) }),
  driver: (parts, scaled) => concertTerminal({ ...parts, ...(scaled ? { timings: quick } : {}) }),
}

/** In memory and in virtual time. @param plan a bad line */
export const memoryRig = (plan?: LinePlan) => virtualRig(rigParts, plan)
export const serialRig = () => realRig(rigParts, serialWire({ baud: 9_600 }))
/** As through a serial line behind a network adapter. */
export const tcpRig = () => realRig(rigParts, tcpWire())

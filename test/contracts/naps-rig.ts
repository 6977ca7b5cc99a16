import { expect } from 'vitest'
import { napsFaults } from '#drivers/simulators/terminal/naps/faults.ts'
import { napsSimulator } from '#drivers/simulators/terminal/naps/naps-simulator.ts'
import { napsSimulatorTimings } from '#drivers/simulators/terminal/naps/timings.ts'
import { napsTerminal } from '#drivers/terminals/naps/naps-terminal.ts'
import type { NapsTimings } from '#drivers/terminals/naps/timings.ts'
import { type RigParts, realRig, virtualRig } from './make-rig.ts'
import { serialWire, tcpWire } from './rig-wire.ts'
import type { LinePlan } from './terminal-line.ts'
import type { RigTraits } from './terminal-rig.ts'

/** The protocol in a hundredth of its time, for wires that know no virtual time. Proportions kept. */
const quick: Partial<NapsTimings> = {
  connectMs: 3_000,
  paymentMs: 900,
  confirmMs: 300,
  windowMs: 1_000,
  windowMarginMs: 150,
  messageMs: 2_000,
  longMs: 2_000,
  cancelListenMs: 80,
  resetMs: 1_500,
  silenceMs: 120,
  reconnectMs: [20, 40, 400],
}
const quickTerminal = {
  cardMs: 20,
  authoriseMs: 20,
  slowMs: 450,
  windowMs: 1_000,
  answerMs: 2,
  silenceMs: 25,
  brokenMs: 400,
}

const traits: RigTraits = {
  capabilities: {
    void: true,
    refund: false,
    query: true,
    settle: true,
    totals: false,
    abort: true,
    prints: false,
    byHand: false,
  },
  faults: napsFaults.filter((fault) => fault !== 'none'),
  harmless: ['fragment', 'merge', 'noise', 'staleFrame', 'saturatedReceipt'],
  reversalMs: napsSimulatorTimings.windowMs,
  cardMs: napsSimulatorTimings.cardMs,
  authoriseMs: napsSimulatorTimings.authoriseMs,
  approval: {
    maskedPan: '516794******3315',
    authorisation: expect.stringMatching(/^\d{6}$/),
    trace: '000001',
  },
  steps: ['connecting', 'presentCard', 'confirming', 'removeCard'],
  decline: { code: '116', text: 'REFUSE' },
  cancelled: 'TILL-CANCELLED',
  recovery: 'lastTransaction',
  largestMinor: 999_999_999_999,
  // Envelopes whose receipt or text never comes, and lengths that are no numbers (guide v1.1 §III.2).
  absurd: ['001003101010999', '0010031010259990010031', '001003101002999', '001999', '0010031010030xx'].map(
    (text) => new TextEncoder().encode(text),
  ),
}

/** In virtual time: the guide's own pace. */
export const guideTraits: RigTraits = traits
/** Over a real wire: `quick`. */
export const quickTraits: RigTraits = {
  ...traits,
  reversalMs: quickTerminal.windowMs,
  cardMs: quickTerminal.cardMs,
  authoriseMs: quickTerminal.authoriseMs,
}

/** NAPS is the same over either wire; its simulator is not told which. */
const rigParts: RigParts = {
  via: 'tcp',
  simulator: ({ timers, clock, scaled }) =>
    napsSimulator({ timers, clock, ...(scaled ? { timings: quickTerminal } : {}) }),
  driver: (parts, scaled) => napsTerminal({ ...parts, ...(scaled ? { timings: quick } : {}) }),
}

/** In memory and in virtual time: the guide's own timings. @param plan a bad line */
export const memoryRig = (plan?: LinePlan) => virtualRig(rigParts, plan)
export const tcpRig = () => realRig(rigParts, tcpWire())
export const serialRig = () => realRig(rigParts, serialWire({ baud: 9_600 }))

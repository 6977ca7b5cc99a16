import { expect } from 'vitest'
import { nexoFaults } from '#drivers/simulators/terminal/nexo/faults.ts'
import { nexoSimulator } from '#drivers/simulators/terminal/nexo/nexo-simulator.ts'
import { testAuthorityPem } from '#drivers/simulators/terminal/nexo/test-certificate.data.ts'
import { type NexoSimulatorTimings, nexoSimulatorTimings } from '#drivers/simulators/terminal/nexo/timings.ts'
import { nexoTerminal } from '#drivers/terminals/nexo/nexo-terminal.ts'
import type { NexoTimings } from '#drivers/terminals/nexo/timings.ts'
import { type RigParts, realRig, virtualRig } from './make-rig.ts'
import { tcpWire, type WrapWire } from './rig-wire.ts'
import type { LinePlan } from './terminal-line.ts'
import type { RigTraits } from './terminal-rig.ts'

export const poiId = 'V400m-123456789'
export const sharedKey = {
  keyIdentifier: 'hanout-key',
  keyVersion: 1,
  passphrase: 'testPassphrase123',
} as const

/** The protocol in a hundredth of its time, for wires that know no virtual time. Proportions kept. */
const quick: Partial<NexoTimings> = {
  connectMs: 5_000,
  paymentMs: 1_500,
  cancelMs: 800,
  messageMs: 4_000,
  longMs: 4_000,
  pollMs: 25,
  deliveryMs: 1_200,
  reconnectMs: [20, 40, 400],
}
const quickTerminal: Partial<NexoSimulatorTimings> = {
  cardMs: 60,
  authoriseMs: 60,
  slowMs: 400,
  paymentMs: 1_000,
  tardyMs: 200,
  awayMs: 150,
  answerMs: 2,
}

/** Behind a handshake nothing is as quick: the visitor takes longer, so that the request has left by then. */
const quickTls: Partial<NexoTimings> = { ...quick, connectMs: 8_000, paymentMs: 3_000 }
const quickBehindTls: Partial<NexoSimulatorTimings> = {
  ...quickTerminal,
  cardMs: 300,
  authoriseMs: 60,
  paymentMs: 2_000,
}

/** What only a stream without HTTP can carry. */
const streamOnly = ['merge', 'noise', 'staleFrame', 'duplicateReply']
const httpOnly = ['http500', 'http204']

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

const streamTraits: RigTraits = {
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
  faults: nexoFaults.filter((fault) => !httpOnly.includes(fault)),
  harmless: ['fragment', 'merge', 'noise', 'staleFrame', 'duplicateReply'],
  reversalMs: null,
  cardMs: nexoSimulatorTimings.cardMs,
  authoriseMs: nexoSimulatorTimings.authoriseMs,
  approval: {
    maskedPan: '516794******3315',
    scheme: 'mc',
    authorisation: expect.stringMatching(/^\d{6}$/),
    trace: 'SIM000001.HNT000001',
    terminalId: poiId,
    terminalTime: expect.stringMatching(/^2026-11-23T/),
    slip: expect.arrayContaining(['TOTAL: MAD 125.50', 'Card: 516794******3315']),
  },
  steps: ['connecting', 'presentCard', 'removeCard'],
  decline: { code: 'Refusal', text: 'NOT APPROVED' },
  cancelled: 'Aborted',
  recovery: 'byReference',
  largestMinor: 9_999_999_999,
  // Lengths that no message has, one that takes the next megabyte with it, and messages that are none.
  absurd: [
    Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x7b),
    Uint8Array.of(0x00, 0x0f, 0xff, 0xff, 0x7b),
    Uint8Array.of(0x00, 0x00, 0x00, 0x00, 0x7b),
    Uint8Array.of(0x00, 0x00, 0x00, 0x02, 0x7b, 0x7d),
    text('HTTP/1.1 200 OK\r\n\r\n{"SaleToPOIResponse":{}}'),
  ],
}

/** In virtual time: the protocol's own pace. */
export const memoryTraits: RigTraits = streamTraits
const paceOf = ({ cardMs = 0, authoriseMs = 0 }: Partial<NexoSimulatorTimings>) => ({ cardMs, authoriseMs })
/** Over a real wire: `quick`. */
export const tcpTraits: RigTraits = { ...streamTraits, ...paceOf(quickTerminal) }
export const httpsTraits: RigTraits = {
  ...streamTraits,
  ...paceOf(quickBehindTls),
  faults: nexoFaults.filter((fault) => !streamOnly.includes(fault)),
  harmless: ['fragment'],
}

const rigParts = (channel: 'tcp' | 'https'): RigParts => {
  const sealed = channel === 'https' ? { security: sharedKey } : {}
  const pace = channel === 'https' ? quickBehindTls : quickTerminal
  const patience = channel === 'https' ? quickTls : quick
  return {
    via: channel,
    simulator: ({ timers, clock, scaled }) =>
      nexoSimulator({ timers, clock, poiId, ...sealed, ...(scaled ? { timings: pace } : {}) }),
    driver: (parts, scaled) =>
      nexoTerminal({
        ...parts,
        channel,
        poiId,
        ca: testAuthorityPem,
        ...sealed,
        ...(scaled ? { timings: patience } : {}),
      }),
  }
}

/** On a plain stream in memory and in virtual time: the protocol's own timings. @param plan a bad line */
export const memoryRig = (plan?: LinePlan) => virtualRig(rigParts('tcp'), plan)
export const tcpRig = (wrap?: WrapWire) => realRig(rigParts('tcp'), tcpWire(wrap))
/** Sealed messages over TLS. */
export const httpsRig = (wrap?: WrapWire) => realRig(rigParts('https'), tcpWire(wrap))

import { expect } from 'vitest'
import { nexoFaults } from '#drivers/simulators/terminal/nexo/faults.ts'
import { nexoSimulator } from '#drivers/simulators/terminal/nexo/nexo-simulator.ts'
import { testAuthorityPem } from '#drivers/simulators/terminal/nexo/test-certificate.data.ts'
import { type NexoSimulatorTimings, nexoSimulatorTimings } from '#drivers/simulators/terminal/nexo/timings.ts'
import type { TerminalSimulator } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { type NexoTerminal, nexoTerminal } from '#drivers/terminals/nexo/nexo-terminal.ts'
import type { NexoTimings } from '#drivers/terminals/nexo/timings.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import { type Transport, TransportError } from '#drivers/transport/transport.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'
import { badLine, type LinePlan } from './terminal-line.ts'
import type { RigTraits, TerminalRig } from './terminal-rig.ts'

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

interface Wire {
  readonly transport: Transport
  close(): Promise<void>
}

interface Pace {
  readonly timers: Timers
  readonly scaled: boolean
}

async function rigOn(
  channel: 'tcp' | 'https',
  makeWire: (simulator: TerminalSimulator) => Promise<Wire>,
  { timers, scaled }: Pace,
): Promise<TerminalRig> {
  const virtual = timers instanceof VirtualTimers ? timers : null
  const start = timers.nowMs()
  const clock = () => ({
    utcMs: Date.UTC(2026, 10, 23, 9, 14, 30) + Math.round(timers.nowMs() - start),
    offsetMinutes: 60,
  })
  const sealed = channel === 'https' ? { security: sharedKey } : {}
  const simulator = nexoSimulator({
    timers,
    clock,
    poiId,
    ...sealed,
    ...(scaled ? { timings: channel === 'https' ? quickBehindTls : quickTerminal } : {}),
  })
  const wire = await makeWire(simulator)
  const lines: string[] = []
  const made: NexoTerminal[] = []
  const driver = () => {
    const terminal = nexoTerminal({
      channel,
      transport: wire.transport,
      poiId,
      ca: testAuthorityPem,
      timers,
      wallClock: clock,
      onWire: (line) => lines.push(`${line.direction} ${line.text}`),
      ...sealed,
      ...(scaled ? { timings: channel === 'https' ? quickTls : quick } : {}),
    })
    made.push(terminal)
    return terminal
  }
  return {
    terminal: driver(),
    restarted: driver,
    fault: (name) => simulator.setFault(name),
    standing: () => simulator.standing().map(({ amountMinor }) => amountMinor),
    events: () => simulator.journal().map(({ event }) => event),
    wire: lines,
    nowMs: () => timers.nowMs() - start,
    settle: (promise) => virtual?.until(promise) ?? promise,
    pass: (ms) => virtual?.advance(ms) ?? new Promise((resolve) => setTimeout(resolve, ms)),
    powerCycle: (awayMs) => simulator.powerCycle(awayMs),
    unplug: () => wire.close(),
    async dispose() {
      await Promise.all(made.map((terminal) => terminal.close()))
      simulator.close()
      await wire.close()
    },
  }
}

/** On a plain stream in memory and in virtual time: the protocol's own timings, at once. */
export const memoryRig = (wrap: (inner: Transport, timers: Timers) => Transport = (inner) => inner) => {
  const timers = new VirtualTimers()
  return rigOn(
    'tcp',
    async (simulator) => {
      let plugged = true
      const inner = memoryTransport('memory', (link) => {
        if (!plugged) throw new TransportError('refused', 'unplugged')
        simulator.accept(link, 'tcp')
      })
      return {
        transport: wrap(inner, timers),
        close: async () => {
          plugged = false
        },
      }
    },
    { timers, scaled: false },
  )
}

/** In memory, on a bad line. */
export const rigOver = (plan: LinePlan) => memoryRig((inner, timers) => badLine(inner, plan, timers))

const listeningRig = (
  channel: 'tcp' | 'https',
  wrap: (inner: Transport) => Transport = (inner) => inner,
): Promise<TerminalRig> =>
  rigOn(
    channel,
    async (simulator) => {
      const listener = await listenTcp({ port: 0 }, (link) => simulator.accept(link, channel))
      return {
        transport: wrap(tcpTransport({ host: '127.0.0.1', port: listener.port })),
        close: () => listener.close(),
      }
    },
    { timers: realTimers, scaled: true },
  )

export const tcpRig = (wrap?: (inner: Transport) => Transport) => listeningRig('tcp', wrap)
/** Sealed messages over TLS. */
export const httpsRig = (wrap?: (inner: Transport) => Transport) => listeningRig('https', wrap)

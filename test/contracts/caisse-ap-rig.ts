import { expect } from 'vitest'
import { caisseApSimulator } from '#drivers/simulators/terminal/caisse-ap/caisse-ap-simulator.ts'
import { caisseApFaults } from '#drivers/simulators/terminal/caisse-ap/faults.ts'
import type { CaisseApSimulatorTimings } from '#drivers/simulators/terminal/caisse-ap/timings.ts'
import { caisseApSimulatorTimings } from '#drivers/simulators/terminal/caisse-ap/timings.ts'
import type { TerminalSimulator } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { caisseApTerminal } from '#drivers/terminals/caisse-ap/caisse-ap-terminal.ts'
import type { CaisseApTimings } from '#drivers/terminals/caisse-ap/timings.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import { TransportError } from '#drivers/transport/transport.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'
import { badLine, type LinePlan } from './terminal-line.ts'
import type { RigTraits, TerminalRig } from './terminal-rig.ts'

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

interface Wire {
  readonly transport: Transport
  close(): Promise<void>
}

async function rigOn(
  makeWire: (simulator: TerminalSimulator) => Promise<Wire>,
  timers: Timers,
  scaled: boolean,
): Promise<TerminalRig> {
  const virtual = timers instanceof VirtualTimers ? timers : null
  const start = timers.nowMs()
  const simulator = caisseApSimulator({ timers, ...(scaled ? { timings: quickTerminal } : {}) })
  const wire = await makeWire(simulator)
  const lines: string[] = []
  const made: ReturnType<typeof caisseApTerminal>[] = []
  const driver = () => {
    const terminal = caisseApTerminal({
      transport: wire.transport,
      timers,
      onWire: (line) => lines.push(`${line.direction} ${line.text}`),
      ...(scaled ? { timings: quick } : {}),
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

/** In memory and in virtual time: minutes at once. */
export const memoryRig = (wrap: (inner: Transport, timers: Timers) => Transport = (inner) => inner) => {
  const timers = new VirtualTimers()
  return rigOn(
    async (simulator) => {
      let plugged = true
      const inner = memoryTransport('memory', (link) => {
        if (!plugged) throw new TransportError('refused', 'unplugged')
        simulator.accept(link)
      })
      return {
        transport: wrap(inner, timers),
        close: async () => {
          plugged = false
        },
      }
    },
    timers,
    false,
  )
}

/** In memory, on a bad line. */
export const rigOver = (plan: LinePlan) => memoryRig((inner, timers) => badLine(inner, plan, timers))

export const tcpRig = () =>
  rigOn(
    async (simulator) => {
      const listener = await listenTcp({ port: 0 }, (link) => simulator.accept(link))
      return {
        transport: tcpTransport({ host: '127.0.0.1', port: listener.port }),
        close: () => listener.close(),
      }
    },
    realTimers,
    true,
  )

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { napsFaults } from '#drivers/simulators/terminal/naps/faults.ts'
import { napsSimulator } from '#drivers/simulators/terminal/naps/naps-simulator.ts'
import { napsSimulatorTimings } from '#drivers/simulators/terminal/naps/timings.ts'
import type { TerminalSimulator } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { napsTerminal } from '#drivers/terminals/naps/naps-terminal.ts'
import type { NapsTimings } from '#drivers/terminals/naps/timings.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { serialTransport } from '#drivers/transport/serial.node.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import { TransportError } from '#drivers/transport/transport.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'
import { badLine, type LinePlan } from './terminal-line.ts'
import type { RigTraits, TerminalRig } from './terminal-rig.ts'

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
  const clock = () => ({
    utcMs: Date.UTC(2026, 10, 23, 9, 14, 30) + Math.round(timers.nowMs() - start),
    offsetMinutes: 60,
  })
  const simulator = napsSimulator({ timers, clock, ...(scaled ? { timings: quickTerminal } : {}) })
  const wire = await makeWire(simulator)
  const lines: string[] = []
  const made: ReturnType<typeof napsTerminal>[] = []
  const driver = () => {
    const terminal = napsTerminal({
      transport: wire.transport,
      timers,
      wallClock: clock,
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

/** In memory and in virtual time: the guide's own timings, at once. */
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

export const serialRig = () =>
  rigOn(
    async (simulator) => {
      const folder = await mkdtemp(join(tmpdir(), 'hanout-naps-'))
      const linkPath = join(folder, 'terminal')
      const pty = await openPty({ linkPath, awayMs: 30 }, (link) => simulator.accept(link))
      return {
        transport: serialTransport({ path: linkPath, baud: 9_600 }),
        close: async () => {
          await pty.close()
          await rm(folder, { recursive: true, force: true })
        },
      }
    },
    realTimers,
    true,
  )

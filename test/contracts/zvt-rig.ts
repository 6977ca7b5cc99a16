import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { TerminalSimulator } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { zvtFaults } from '#drivers/simulators/terminal/zvt/faults.ts'
import { type ZvtSimulatorTimings, zvtSimulatorTimings } from '#drivers/simulators/terminal/zvt/timings.ts'
import { zvtSimulator } from '#drivers/simulators/terminal/zvt/zvt-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import type { Terminal } from '#drivers/terminals/terminal.ts'
import type { ZvtTimings } from '#drivers/terminals/zvt/timings.ts'
import { zvtTerminal } from '#drivers/terminals/zvt/zvt-terminal.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { serialTransport } from '#drivers/transport/serial.node.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import { type Transport, TransportError } from '#drivers/transport/transport.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'
import { badLine, type LinePlan } from './terminal-line.ts'
import type { RigTraits, TerminalRig } from './terminal-rig.ts'

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
/** So much faster do the clocks of both sides go: a terminal says its time in seconds. */
const lapse = 100

const traits: RigTraits = {
  capabilities: {
    void: true,
    refund: true,
    query: true,
    settle: true,
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

interface Wire {
  readonly transport: Transport
  close(): Promise<void>
}

async function rigOn(
  link: ZvtLink,
  makeWire: (simulator: TerminalSimulator) => Promise<Wire>,
  timers: Timers,
  keepsUnacknowledged = false,
): Promise<TerminalRig> {
  const virtual = timers instanceof VirtualTimers ? timers : null
  const scaled = virtual === null
  const start = timers.nowMs()
  const nowMs = (): number => (timers.nowMs() - start) * (scaled ? lapse : 1)
  const clock = () => ({
    utcMs: Date.UTC(2026, 10, 23, 9, 15) + Math.round(nowMs()),
    offsetMinutes: 60,
  })
  const simulator = zvtSimulator({
    timers,
    clock,
    keepsUnacknowledged,
    ...(scaled ? { timings: quickTerminal } : {}),
  })
  const wire = await makeWire(simulator)
  const lines: string[] = []
  const made: Terminal[] = []
  const driver = (): Terminal => {
    const terminal = zvtTerminal({
      link,
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
    nowMs,
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

type Wrap = (inner: Transport, timers: Timers) => Transport

/** In memory and in virtual time: the protocol's own timings, at once. */
export const memoryZvtRig = (
  link: ZvtLink,
  wrap: Wrap = (inner) => inner,
  keepsUnacknowledged = false,
): Promise<TerminalRig> => {
  const timers = new VirtualTimers()
  return rigOn(
    link,
    async (simulator) => {
      let plugged = true
      const inner = memoryTransport('memory', (far) => {
        if (!plugged) throw new TransportError('refused', 'unplugged')
        simulator.accept(far, link)
      })
      return {
        transport: wrap(inner, timers),
        close: async () => {
          plugged = false
        },
      }
    },
    timers,
    keepsUnacknowledged,
  )
}

/** In memory, on a bad line. */
export const zvtRigOver =
  (link: ZvtLink) =>
  (plan: LinePlan): Promise<TerminalRig> =>
    memoryZvtRig(link, (inner, timers) => badLine(inner, plan, timers))

export const tcpZvtRig = (): Promise<TerminalRig> =>
  rigOn(
    'tcp',
    async (simulator) => {
      const listener = await listenTcp({ port: 0 }, (link) => simulator.accept(link, 'tcp'))
      return {
        transport: tcpTransport({ host: '127.0.0.1', port: listener.port }),
        close: () => listener.close(),
      }
    },
    realTimers,
  )

export const serialZvtRig = (): Promise<TerminalRig> =>
  rigOn(
    'serial',
    async (simulator) => {
      const folder = await mkdtemp(join(tmpdir(), 'hanout-zvt-'))
      const linkPath = join(folder, 'terminal')
      const pty = await openPty({ linkPath, awayMs: 30 }, (link) => simulator.accept(link, 'serial'))
      return {
        transport: serialTransport({ path: linkPath, baud: 9_600, stopBits: 2 }),
        close: async () => {
          await pty.close()
          await rm(folder, { recursive: true, force: true })
        },
      }
    },
    realTimers,
  )

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { concertSimulator } from '#drivers/simulators/terminal/concert/concert-simulator.ts'
import { concertFaults } from '#drivers/simulators/terminal/concert/faults.ts'
import type { ConcertSimulatorTimings } from '#drivers/simulators/terminal/concert/timings.ts'
import { concertSimulatorTimings } from '#drivers/simulators/terminal/concert/timings.ts'
import type { TerminalSimulator } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { concertTerminal } from '#drivers/terminals/concert/concert-terminal.ts'
import type { ConcertTimings } from '#drivers/terminals/concert/timings.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { serialTransport } from '#drivers/transport/serial.node.ts'
import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import { TransportError } from '#drivers/transport/transport.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'
import { badLine, type LinePlan } from './terminal-line.ts'
import type { RigTraits, TerminalRig } from './terminal-rig.ts'

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
  const simulator = concertSimulator({ timers, ...(scaled ? { timings: quickTerminal } : {}) })
  const wire = await makeWire(simulator)
  const lines: string[] = []
  const made: ReturnType<typeof concertTerminal>[] = []
  const driver = () => {
    const terminal = concertTerminal({
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

/** In memory and in virtual time: minutes of the protocol at once. */
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

export const serialRig = () =>
  rigOn(
    async (simulator) => {
      const folder = await mkdtemp(join(tmpdir(), 'hanout-concert-'))
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

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NapsFault } from '#drivers/simulators/terminal/naps/faults.ts'
import { type NapsSimulator, napsSimulator } from '#drivers/simulators/terminal/naps/naps-simulator.ts'
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
import type { TerminalRig } from './terminal-rig.ts'

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

interface Wire {
  readonly transport: Transport
  close(): Promise<void>
}

async function rigOver(
  makeWire: (simulator: NapsSimulator) => Promise<Wire>,
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
  const windowMs = scaled ? quickTerminal.windowMs : 40_000
  return {
    terminal: driver(),
    restarted: driver,
    fault: (name) => simulator.setFault(name as NapsFault),
    standing: () => simulator.standing(),
    events: () => simulator.journal().map(({ event }) => event),
    wire: lines,
    nowMs: () => timers.nowMs() - start,
    settle: (promise) => virtual?.until(promise) ?? promise,
    pass: (windows) =>
      virtual?.advance(windows * windowMs) ??
      new Promise((resolve) => setTimeout(resolve, windows * windowMs)),
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
  return rigOver(
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

export const tcpRig = () =>
  rigOver(
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
  rigOver(
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

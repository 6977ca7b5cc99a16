import type { TerminalSimulator, Via } from '#drivers/simulators/terminal/terminal-simulator.ts'
import type { DriverParts, WallClock } from '#drivers/terminals/driver-parts.ts'
import type { Terminal } from '#drivers/terminals/terminal.ts'
import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'
import { type MakeWire, memoryWire } from './rig-wire.ts'
import { badLine, type LinePlan } from './terminal-line.ts'
import type { TerminalRig } from './terminal-rig.ts'

/** What a protocol brings to its rigs. */
export interface RigParts {
  /**
   * @param world `scaled`: on a wire that knows no virtual time, so at a fraction of the protocol's pace. The rig's
   * clock is the terminal's own
   */
  simulator(world: { timers: Timers; clock: () => WallClock; scaled: boolean }): TerminalSimulator
  /** A till that just started, on that wire. */
  driver(parts: DriverParts, scaled: boolean): Terminal
  /** How the simulator is told that a client came. */
  readonly via: Via
  /** How far the terminal's clock and the till's are behind the requests of the suite, ms. Default 30 000 */
  readonly behindMs?: number
  /**
   * So much faster go the clocks of both sides where time is scaled; for terminals that say their time in seconds.
   * Default 1
   */
  readonly lapse?: number
}

/** When the requests of the suite begin. */
const requestsAtUtcMs = Date.UTC(2026, 10, 23, 9, 15)

/** On a wire of this machine, in real time. */
export const realRig = (parts: RigParts, makeWire: MakeWire): Promise<TerminalRig> =>
  rigOn(parts, makeWire, realTimers, null)

/** In memory and in virtual time: minutes of the protocol at once. @param plan a bad line; absent: a good one */
export const virtualRig = (parts: RigParts, plan?: LinePlan): Promise<TerminalRig> => {
  const timers = new VirtualTimers()
  const wire = memoryWire((inner) => (plan === undefined ? inner : badLine(inner, plan, timers)))
  return rigOn(parts, wire, timers, timers)
}

async function rigOn(
  parts: RigParts,
  makeWire: MakeWire,
  timers: Timers,
  virtual: VirtualTimers | null,
): Promise<TerminalRig> {
  const scaled = virtual === null
  const start = timers.nowMs()
  const nowMs = (): number => (timers.nowMs() - start) * (scaled ? (parts.lapse ?? 1) : 1)
  const startUtcMs = requestsAtUtcMs - (parts.behindMs ?? 30_000)
  const clock = (): WallClock => ({ utcMs: startUtcMs + Math.round(nowMs()), offsetMinutes: 60 })
  const simulator = parts.simulator({ timers, clock, scaled })
  const wire = await makeWire((link) => simulator.accept(link, parts.via))
  const lines: string[] = []
  const made: Terminal[] = []
  const driver = (): Terminal => {
    const { transport } = wire
    const onWire: DriverParts['onWire'] = (line) => lines.push(`${line.direction} ${line.text}`)
    const terminal = parts.driver({ transport, timers, wallClock: clock, onWire }, scaled)
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

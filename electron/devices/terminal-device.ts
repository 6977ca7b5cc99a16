import { busyService, declined } from '#drivers/terminals/outcomes.ts'
import type { ServicedTerminal } from '#drivers/terminals/registry.ts'
import type {
  ChargeHooks,
  ChargeOutcome,
  ServiceOutcome,
  TerminalHealth,
} from '#drivers/terminals/terminal.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import type { CardTerminal } from '#electron/checkout/ports.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Log } from '#electron/platform/log.ts'
import type { TerminalConfig, TerminalFault } from '#shared/contract/devices.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'
import { type Checked, no } from './answers.ts'
import { cardPort } from './card-port.ts'
import { type DayPort, dayPort, type ServeAlone } from './day-port.ts'
import type { DeviceBoard } from './device-board.ts'
import { deviceId } from './device-line.ts'
import type { OpenDevice } from './device-slot.ts'
import { isLineTrouble, LineWatch, type WatchPace } from './line-watch.ts'
import { pluggedLine } from './plugged-line.ts'
import { type MadeTerminal, makeTerminal } from './terminal-driver.ts'
import { WireTrace } from './wire-trace.ts'

export type ServiceAction = 'settle' | 'reference' | 'reset'

export interface TerminalDevice extends OpenDevice {
  readonly port: CardTerminal
  readonly day: DayPort
  /** Anything at all is being done with it. */
  busy(): boolean
  /** Money is being moved or asked about. */
  charging(): boolean
  /** `null`: the terminal has no such thing. */
  serve(action: ServiceAction): Promise<ServiceOutcome> | null
  /** Does something else with its line while no money moves; who wants to charge meanwhile waits. */
  lend<T>(run: () => Promise<T>): Promise<T>
  readonly simulated: boolean
  /** `false`: a real terminal, or a fault that its protocol does not have. */
  setFault(fault: TerminalFault): boolean
  close(): Promise<void>
}

export interface TerminalDeviceOptions {
  readonly log: Log
  readonly clock: Clock
  readonly simulatedTimers?: Timers
  readonly watchPace?: Partial<WatchPace>
}

/** @throws Error where this machine lacks a part, or a file that the configuration names cannot be read */
export async function openTerminal(
  config: TerminalConfig,
  board: DeviceBoard,
  options: TerminalDeviceOptions,
): Promise<TerminalDevice> {
  const { log, clock } = options
  const id = deviceId(config.protocol, config.place, config.options)
  const trace = new WireTrace(clock)
  let showStep: (step: TerminalStep) => void = () => undefined
  let lineIs: (detail: string | null) => void = () => undefined
  const line = { pulled: (detail: string) => lineIs(detail), plugged: () => lineIs(null) }
  const made = await makeTerminal(config, {
    ...options,
    onWire: (line) => {
      trace.add(line)
      log.debug({ device: id, direction: line.direction }, line.text)
    },
    onDisplay: (step) => showStep(step),
    // Over a network many terminals hang up after each answer; only a cable that goes is news.
    wrap: (wire) => (config.place.via === 'serial' ? pluggedLine(wire, line) : wire),
  })
  const device = new OpenTerminal(id, config, made, trace, board, options)
  showStep = (step) => device.displayed(step)
  lineIs = (detail) => device.lineIs(detail)
  board.tell(id, { capabilities: made.driver.capabilities })
  return device
}

class OpenTerminal implements TerminalDevice {
  readonly id: string
  readonly port: CardTerminal
  readonly day: DayPort
  readonly trace: WireTrace
  readonly #driver: ServicedTerminal
  readonly #simulator: MadeTerminal['simulator']
  readonly #board: DeviceBoard
  readonly #log: Log
  readonly #watch: LineWatch
  #money: ChargeHooks | null = null
  #checking: Promise<TerminalHealth> | null = null
  #lent: Promise<unknown> | null = null
  #serving = false
  /** Its cable came out while money was being moved, and is not back. */
  #pulled = false
  #closed = false

  constructor(
    id: string,
    { name, place }: TerminalConfig,
    { driver, simulator }: MadeTerminal,
    trace: WireTrace,
    board: DeviceBoard,
    { log, watchPace }: TerminalDeviceOptions,
  ) {
    this.id = id
    this.#driver = driver
    this.#simulator = simulator
    this.#board = board
    this.#log = log
    this.trace = trace
    this.port = cardPort(id, name, driver, (hooks, run) => this.#moveMoney(hooks, run))
    this.day = dayPort(driver, this.#serveAlone)
    this.#watch = new LineWatch(
      {
        place,
        busy: () => this.busy(),
        lost: () => isLineTrouble(board.find(id)?.trouble),
        gone: (detail) => board.trouble(id, 'unreachable', detail),
        returned: async () => void (await this.#health()),
      },
      watchPace,
    )
  }

  busy(): boolean {
    return this.#money !== null || this.#checking !== null || this.#lent !== null || this.#serving
  }

  charging(): boolean {
    return this.#money !== null
  }

  get simulated(): boolean {
    return this.#simulator !== null
  }

  displayed(step: TerminalStep): void {
    this.#money?.onStep(step, '')
  }

  /** @param gone why its line went; `null`: it is there. A check judges by itself; whoever moves money waits. */
  lineIs(gone: string | null): void {
    if (this.#money === null || (gone === null && !this.#pulled)) return
    this.#pulled = gone !== null
    if (gone === null) this.#board.tell(this.id, { health: 'busy', trouble: null })
    else this.#board.trouble(this.id, 'lineLost', gone)
  }

  async check(): Promise<Checked> {
    if (this.charging()) return no('attemptInProgress')
    const health = await this.#health()
    if (health.ok) return { ok: true, value: { text: health.text } }
    if (answering.has(health.reason)) return no('terminalSaidNo', { reason: health.text })
    return no('terminalUnreachable', { reason: health.reason })
  }

  #health(): Promise<TerminalHealth> {
    this.#checking ??= this.lend(() => this.#check()).finally(() => {
      this.#checking = null
    })
    return this.#checking
  }

  async lend<T>(run: () => Promise<T>): Promise<T> {
    const before = this.#lent
    const mine = (async () => {
      await before?.catch(() => undefined)
      await this.#watch.standAside()
      return run()
    })()
    this.#lent = mine
    try {
      return await mine
    } finally {
      if (this.#lent === mine) this.#lent = null
    }
  }

  serve(action: ServiceAction): Promise<ServiceOutcome> | null {
    const driver = this.#driver
    const run = driver[action]?.bind(driver)
    if (run === undefined || (action === 'settle' && !driver.capabilities.settle)) return null
    return this.#serve<ServiceOutcome>(run)
  }

  /** Somebody asking after its health does not make an end of day fail as busy; money and another service do. */
  readonly #serveAlone: ServeAlone = async (run, notNow) => {
    while (this.#lent !== null) await this.#lent.catch(() => undefined)
    if (this.#closed) return notNow({ code: 'TILL-NO-TERMINAL', text: '' })
    return this.#money !== null || this.#serving ? notNow(busyService.reason) : this.#serve(run)
  }

  setFault(fault: TerminalFault): boolean {
    if (this.#simulator === null) return false
    try {
      this.#simulator.setFault('none')
      this.#simulator.setFault(fault)
      return true
    } catch (error) {
      if (error instanceof RangeError) return false
      throw error
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#watch.close()
    await this.#driver.close()
    this.#simulator?.close()
  }

  async #serve<Outcome extends ServiceOutcome>(run: () => Promise<Outcome>): Promise<Outcome> {
    this.#serving = true
    try {
      await this.#watch.standAside()
      this.#board.tell(this.id, { health: 'busy' })
      const outcome = await run()
      if (outcome.ok) this.#well()
      else this.#toldNo(outcome.reason)
      return outcome
    } finally {
      this.#serving = false
    }
  }

  async #check(): Promise<TerminalHealth> {
    if (this.#closed) return { ok: false, reason: 'unreachable', text: '' }
    const health = await this.#driver.check()
    if (health.ok) this.#well()
    else if (health.reason !== 'busy') this.#board.trouble(this.id, health.reason, health.text)
    return health
  }

  async #moveMoney(
    hooks: ChargeHooks,
    run: (watched: ChargeHooks) => Promise<ChargeOutcome>,
  ): Promise<ChargeOutcome> {
    // Somebody asking after its health must not make a recovery fail as busy.
    while (this.#lent !== null) await this.#lent.catch(() => undefined)
    // Replaced while it waited: it is certain that no byte left.
    if (this.#closed) return declined('TILL-NO-TERMINAL')
    const watched: ChargeHooks = {
      ...hooks,
      onStep: (step, text) => {
        this.#board.tell(this.id, this.#pulled ? { step } : { health: 'busy', step, trouble: null })
        hooks.onStep(step, text)
      },
    }
    // A second operation is the driver's to refuse; it must not be taken for the first.
    if (this.#money !== null) return run(hooks)
    this.#money = watched
    try {
      await this.#watch.standAside()
      const outcome = await run(watched)
      this.#judge(outcome)
      return outcome
    } finally {
      this.#money = null
      this.#pulled = false
      this.#board.tell(this.id, { step: null })
    }
  }

  #judge(outcome: ChargeOutcome): void {
    // What a person was asked to do on it says nothing about the device itself.
    if (outcome.outcome === 'approved' || this.#driver.capabilities.byHand) this.#well()
    else if (outcome.outcome === 'declined') {
      this.#toldNo(outcome.reason)
      this.#log.info({ device: this.id, code: outcome.reason.code }, 'declined')
    } else {
      this.#board.trouble(this.id, outcome.cause, outcome.detail)
      this.#log.warn({ device: this.id, cause: outcome.cause, detail: outcome.detail }, outcome.outcome)
    }
  }

  /** A terminal that says no is well; one that could not be asked is not. */
  #toldNo({ code, text }: { readonly code: string; readonly text: string }): void {
    // Whatever keeps it busy says in the end how it is.
    if (code === 'TILL-BUSY') return
    const trouble = troubleOf.get(code)
    if (trouble === undefined) this.#well()
    else this.#board.trouble(this.id, trouble, text)
  }

  #well(): void {
    this.#board.tell(this.id, { health: 'ready', trouble: null })
  }
}

/** Reasons of a terminal that understood the question: it is there, and wants something else. */
const answering: ReadonlySet<string> = new Set(['otherCurrency', 'needsAttention', 'busy'])

const troubleOf: ReadonlyMap<string, string> = new Map([
  ['TILL-UNREACHABLE', 'unreachable'],
  ['TILL-LINELOST', 'lineLost'],
  ['TILL-NOANSWER', 'noAnswer'],
  ['TILL-CURRENCY', 'otherCurrency'],
])

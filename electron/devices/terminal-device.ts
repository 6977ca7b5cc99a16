import { napsSimulator } from '#drivers/simulators/terminal/naps/naps-simulator.ts'
import { napsTerminal } from '#drivers/terminals/naps/naps-terminal.ts'
import type { NapsTimings } from '#drivers/terminals/naps/timings.ts'
import type { ChargeHooks, ChargeOutcome, Terminal, TerminalHealth } from '#drivers/terminals/terminal.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import type { CardTerminal } from '#electron/checkout/ports.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Log } from '#electron/platform/log.ts'
import type { DevicesConfig, TerminalFault } from '#shared/contract/devices.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'
import { type DeviceBoard, stepOnBoard } from './device-board.ts'
import { deviceId, transportTo } from './device-line.ts'

type TerminalConfig = NonNullable<DevicesConfig['terminal']>

export interface TerminalDevice {
  readonly port: CardTerminal
  /** A charge, a recovery or a check is running. */
  busy(): boolean
  /** A charge or a recovery is running. */
  charging(): boolean
  check(): Promise<TerminalHealth>
  /** `null` for a real terminal. */
  readonly setFault: ((fault: TerminalFault) => void) | null
  close(): Promise<void>
}

/**
 * The demo's terminal has the protocol's proportions at a quarter of its patience: nobody learning the till should
 * wait 40 s for a reversal. Simulator and driver share it; real terminals keep the guide's times.
 */
const simulatedWindowMs = 10_000
const simulatedTimings: Partial<NapsTimings> = {
  windowMs: simulatedWindowMs,
  windowMarginMs: 1_000,
  confirmMs: 4_000,
  paymentMs: 30_000,
  messageMs: 5_000,
  cancelListenMs: 500,
  resetMs: 2_000,
}

/** Nothing is sent yet: a terminal that is not there shows at the first charge or check. */
export async function openTerminal(
  config: TerminalConfig,
  board: DeviceBoard,
  options: { readonly log: Log; readonly clock?: Clock; readonly simulatedTimers?: Timers },
): Promise<TerminalDevice> {
  const { log, clock, simulatedTimers: timers } = options
  const id = deviceId(config.protocol, config.place)
  const onWire = (line: { readonly direction: string; readonly text: string }): void =>
    log.debug({ device: id, direction: line.direction }, line.text)
  if (config.place.via !== 'simulated') {
    const driver = napsTerminal({ transport: await transportTo(config.place), onWire })
    return new OpenTerminal(id, config.name, driver, board, log, null)
  }
  // What the terminal's own screen shows reaches the visitor's and the cashier's: the protocol itself does not tell.
  let showStep: (step: TerminalStep) => void = () => undefined
  const simulator = napsSimulator({
    timings: { windowMs: simulatedWindowMs },
    ...(clock === undefined ? {} : { clock: () => clock.now() }),
    ...(timers === undefined ? {} : { timers }),
    onDisplay: (step) => {
      if (step !== null) showStep(step)
    },
  })
  const transport = memoryTransport('simulated terminal', (link) => simulator.accept(link))
  const driver = napsTerminal({
    transport,
    timings: simulatedTimings,
    ...(timers === undefined ? {} : { timers }),
    onWire,
  })
  const device = new OpenTerminal(id, config.name, driver, board, log, (fault) => simulator.setFault(fault))
  showStep = (step) => device.displayed(step)
  device.onClose = () => simulator.close()
  return device
}

class OpenTerminal implements TerminalDevice {
  readonly port: CardTerminal
  readonly setFault: ((fault: TerminalFault) => void) | null
  onClose: () => void = () => undefined
  readonly #driver: Terminal
  readonly #board: DeviceBoard
  readonly #log: Log
  #money: ChargeHooks | null = null
  #checking: Promise<TerminalHealth> | null = null

  constructor(
    id: string,
    name: string,
    driver: Terminal,
    board: DeviceBoard,
    log: Log,
    setFault: ((fault: TerminalFault) => void) | null,
  ) {
    this.#driver = driver
    this.#board = board
    this.#log = log
    this.setFault = setFault
    this.port = {
      id,
      name,
      protocol: driver.protocol,
      capabilities: driver.capabilities,
      charge: (request, hooks) => this.#moveMoney(hooks, (watched) => driver.charge(request, watched)),
      recover: (request, hooks) => this.#moveMoney(hooks, (watched) => driver.recover(request, watched)),
    }
  }

  busy(): boolean {
    return this.#money !== null || this.#checking !== null
  }

  charging(): boolean {
    return this.#money !== null
  }

  displayed(step: TerminalStep): void {
    this.#money?.onStep(step, '')
  }

  check(): Promise<TerminalHealth> {
    this.#checking ??= this.#check().finally(() => {
      this.#checking = null
    })
    return this.#checking
  }

  async close(): Promise<void> {
    await this.#driver.close()
    this.onClose()
  }

  async #check(): Promise<TerminalHealth> {
    const health = await this.#driver.check()
    if (health.ok) this.#tell('ready', null)
    else if (health.reason !== 'busy') this.#tell('trouble', health.reason)
    return health
  }

  async #moveMoney(
    hooks: ChargeHooks,
    run: (watched: ChargeHooks) => Promise<ChargeOutcome>,
  ): Promise<ChargeOutcome> {
    // Somebody asking after its health must not make a recovery fail as busy.
    await this.#checking
    const watched: ChargeHooks = {
      ...hooks,
      onStep: (step, text) => {
        this.#board.tell(this.port.id, { ...stepOnBoard(step), trouble: null })
        hooks.onStep(step, text)
      },
    }
    // A second operation is the driver's to refuse; it must not be taken for the first.
    if (this.#money !== null) return run(hooks)
    this.#money = watched
    try {
      const outcome = await run(watched)
      this.#judge(outcome)
      return outcome
    } finally {
      this.#money = null
      this.#board.tell(this.port.id, { step: null })
    }
  }

  #judge(outcome: ChargeOutcome): void {
    const { id } = this.port
    if (outcome.outcome === 'approved') this.#tell('ready', null)
    else if (outcome.outcome === 'declined') {
      const unreachable = outcome.reason.code === 'TILL-UNREACHABLE'
      this.#tell(unreachable ? 'trouble' : 'ready', unreachable ? 'unreachable' : null)
      this.#log.info({ device: id, code: outcome.reason.code }, 'declined')
    } else {
      this.#tell('trouble', outcome.cause)
      this.#log.warn({ device: id, cause: outcome.cause, detail: outcome.detail }, outcome.outcome)
    }
  }

  #tell(health: 'ready' | 'trouble', trouble: string | null): void {
    this.#board.tell(this.port.id, { health, trouble })
  }
}

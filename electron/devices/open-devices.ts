import type { PrintOutcome } from '#drivers/printers/printer.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Log } from '#electron/platform/log.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { DevicesConfig, PaperFault, PaperSheet, TerminalFault } from '#shared/contract/devices.ts'
import { type RefusalCode, refuse } from '#shared/kernel/refusal.ts'
import { absent, DeviceBoard, freshView } from './device-board.ts'
import { deviceId } from './device-line.ts'
import type { Devices } from './devices.ts'
import { devicesSchema, readDevices, writeDevices } from './devices-file.ts'
import { PaperRoll } from './paper-roll.ts'
import { openPrinter, type PrinterDevice } from './printer-device.ts'
import { openTerminal, type TerminalDevice } from './terminal-device.ts'
import { testPage } from './test-page.ts'

export interface DevicesOptions {
  /** The till's folder; `devices.json` is in it. */
  readonly folder: string
  readonly log: Log
  /** What the simulated terminal's clock shows. Default: the machine's. */
  readonly clock?: Clock
  /** Waits of the simulated terminal and of its driver. Default: the machine's. */
  readonly simulatedTimers?: Timers
}

/**
 * Opens the devices of a till. Nothing is sent to any of them: a device is heard of when it is used or checked.
 * @throws DevicesRefused when `devices.json` cannot be meant
 */
export async function openDevices(options: DevicesOptions): Promise<Devices> {
  const room = new DevicesRoom(options)
  await room.adopt(await readDevices(options.folder))
  return room
}

class DevicesRoom implements Devices {
  readonly terminal = { current: () => this.#terminal?.port ?? null }
  readonly printer: Devices['printer']
  readonly #options: DevicesOptions
  readonly #board = new DeviceBoard()
  readonly #roll = new PaperRoll()
  #config: DevicesConfig = { terminal: null, printer: null }
  #terminal: TerminalDevice | null = null
  #printer: PrinterDevice | null = null
  #configuring: Promise<unknown> = Promise.resolve()

  constructor(options: DevicesOptions) {
    this.#options = options
    const current = (): PrinterDevice | null => this.#printer
    this.printer = {
      get id() {
        return current()?.id ?? null
      },
      print: async (document) => (await current()?.print(document)) ?? noPrinter,
      kickDrawer: async () => (await current()?.kickDrawer()) ?? noPrinter,
    }
  }

  list(): ReturnType<Devices['list']> {
    return this.#board.list()
  }

  watch(listener: Parameters<Devices['watch']>[0]): () => void {
    return this.#board.watch(listener)
  }

  config(): DevicesConfig {
    return this.#config
  }

  configure(config: DevicesConfig): Promise<Answer> {
    const mine = this.#configuring.then(() => this.#replace(config))
    this.#configuring = mine.catch(() => undefined)
    return mine
  }

  async #replace(config: DevicesConfig): Promise<Answer> {
    const parsed = devicesSchema.safeParse(config)
    if (!parsed.success) return no('badInput', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
    if (this.#terminal?.busy()) return no('attemptInProgress')
    if (this.#printer?.busy()) return no('printerBusy')
    try {
      await writeDevices(this.#options.folder, parsed.data)
    } catch (error) {
      this.#options.log.error({ err: error }, 'devices.json could not be written')
      return no('ledgerUnwritable')
    }
    await this.adopt(parsed.data)
    return yes
  }

  /** Opens what is new, closes what is gone, leaves alone what stayed the same. */
  async adopt(config: DevicesConfig): Promise<void> {
    const { log } = this.#options
    const before = this.#config
    this.#config = config
    if (this.#terminal === null || !same(before.terminal, config.terminal)) {
      const old = this.#terminal
      this.#terminal = null
      await old?.close()
      if (config.terminal === null) this.#board.replace(absent('terminal'))
      else {
        const id = deviceId(config.terminal.protocol, config.terminal.place)
        this.#board.replace(freshView('terminal', id, config.terminal))
        this.#terminal = await this.#opened(id, openTerminal(config.terminal, this.#board, this.#options))
      }
    }
    if (this.#printer === null || !same(before.printer, config.printer)) {
      const old = this.#printer
      this.#printer = null
      await old?.close()
      if (config.printer === null) this.#board.replace(absent('printer'))
      else {
        const id = deviceId(config.printer.protocol, config.printer.place)
        this.#board.replace(freshView('printer', id, config.printer))
        const opening = openPrinter(config.printer, this.#board, log, (sheet) => this.#roll.take(sheet))
        this.#printer = await this.#opened(id, opening)
      }
    }
  }

  /** A machine that lacks a native part loses that device, not its till. */
  async #opened<T>(id: string, opening: Promise<T>): Promise<T | null> {
    try {
      return await opening
    } catch (error) {
      this.#options.log.error({ err: error, device: id }, 'the device could not be opened')
      this.#board.tell(id, { health: 'trouble', trouble: 'unreachable' })
      return null
    }
  }

  async check(id: string): Promise<Answer<{ readonly text: string }>> {
    const terminal = this.#terminal
    const printer = this.#printer
    if (terminal !== null && terminal.port.id === id) {
      if (terminal.charging()) return no('attemptInProgress')
      const health = await terminal.check()
      if (health.ok) return { ok: true, value: { text: health.text } }
      return no('terminalUnreachable', { reason: health.reason })
    }
    if (printer === null || printer.id !== id) return no('deviceUnknown')
    const status = await printer.check()
    if (status.fault !== null) return no('printerTrouble', { reason: status.fault })
    return { ok: true, value: { text: '' } }
  }

  async testPrint(): Promise<Answer> {
    if (this.#printer === null) return no('noPrinter')
    if (this.#printer.busy()) return no('printerBusy')
    const outcome = await this.#printer.print(testPage(this.#config.printer?.name ?? ''))
    return outcome.outcome === 'done' ? yes : no('printerTrouble', { reason: outcome.reason })
  }

  setTerminalFault(fault: TerminalFault): Answer {
    const setFault = this.#terminal?.setFault ?? null
    if (setFault === null) return no('deviceUnknown')
    setFault(fault)
    return yes
  }

  setPrinterFault(fault: PaperFault): Answer {
    const printer = this.#printer
    if (printer === null || printer.setFault === null) return no('deviceUnknown')
    printer.setFault(fault)
    this.#board.tell(printer.id, {
      health: fault === 'none' ? 'ready' : 'trouble',
      trouble: fault === 'none' ? null : fault,
    })
    return yes
  }

  recentPaper(): readonly PaperSheet[] {
    return this.#roll.recent()
  }

  onPaper(listener: (sheet: PaperSheet) => void): () => void {
    return this.#roll.watch(listener)
  }

  async close(): Promise<void> {
    await this.#configuring
    await Promise.all([this.#terminal?.close(), this.#printer?.close()])
  }
}

const noPrinter: PrintOutcome = { outcome: 'notStarted', reason: 'unreachable' }
const yes: Answer = { ok: true, value: null }
const no = (
  code: RefusalCode,
  params?: Record<string, string>,
): { ok: false; refusal: ReturnType<typeof refuse> } => ({
  ok: false,
  refusal: refuse(code, params),
})
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

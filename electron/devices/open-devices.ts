import { notTold } from '#drivers/terminals/outcomes.ts'
import type { SettleOutcome, TotalsOutcome } from '#drivers/terminals/terminal.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import { type Clock, systemClock } from '#electron/platform/clock.ts'
import type { Log } from '#electron/platform/log.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type {
  DeviceRead,
  DevicesConfig,
  Discovery,
  PaperFault,
  PaperSheet,
  ProbeResult,
  ReaderConfig,
  ScannerConfig,
  TerminalConfig,
  TerminalFault,
  TestPage,
} from '#shared/contract/devices.ts'
import type { DeclineReason } from '#shared/kernel/attempt.ts'
import { type Checked, no, yes } from './answers.ts'
import { DeviceBoard, mainSeat } from './device-board.ts'
import { sameLine } from './device-line.ts'
import { terminalIssues } from './device-rules.ts'
import { DeviceSlot, type OpenDevice } from './device-slot.ts'
import type { Devices } from './devices.ts'
import { devicesSchema, readDevices, writeDevices } from './devices-file.ts'
import { discover } from './discover.ts'
import type { WatchPace } from './line-watch.ts'
import { namedHosts } from './named-hosts.ts'
import { PaperRoll } from './paper-roll.ts'
import { concealPassphrase, keepPassphrase } from './passphrase.ts'
import { PrinterBank } from './printer-bank.ts'
import { probeTerminal } from './probe-terminal.ts'
import { openReader } from './reader-device.ts'
import { openScanner, scannerProtocol } from './scanner-device.ts'
import { openTerminal, type ServiceAction, type TerminalDevice } from './terminal-device.ts'

export interface DevicesOptions {
  /** The till's folder; `devices.json` is in it. */
  readonly folder: string
  readonly log: Log
  /** Moments of errors and trace lines, and what the simulated terminal's clock shows. Default: the machine's. */
  readonly clock?: Clock
  /** Waits of the simulated terminal and of its driver. Default: the machine's. */
  readonly simulatedTimers?: Timers
  /** How often lines that were lost are looked at. */
  readonly watchPace?: Partial<WatchPace>
}

/**
 * Opens the devices of a till. Nothing is sent to any of them: a device is heard of when it is used or checked.
 * @throws SettingsRefused when `devices.json` cannot be meant
 */
export async function openDevices(options: DevicesOptions): Promise<Devices> {
  const room = new DevicesRoom(options)
  await room.adopt(await readDevices(options.folder))
  return room
}

const noTerminal: DeclineReason = { code: 'TILL-NO-TERMINAL', text: '' }

class DevicesRoom implements Devices {
  readonly #replacedWatchers = new Set<() => void>()
  readonly terminal: Devices['terminal'] = {
    current: () => this.#terminal.device?.port ?? null,
    onReplaced: (listener) => {
      this.#replacedWatchers.add(listener)
      return () => this.#replacedWatchers.delete(listener)
    },
  }
  readonly printers: Devices['printers']
  readonly #folder: string
  readonly #log: Log
  readonly #clock: Clock
  readonly #board: DeviceBoard
  readonly #roll = new PaperRoll()
  readonly #terminal: DeviceSlot<TerminalConfig, TerminalDevice>
  readonly #printers: PrinterBank
  readonly #reader: DeviceSlot<ReaderConfig, OpenDevice>
  readonly #scanner: DeviceSlot<ScannerConfig & { readonly protocol: string }, OpenDevice>
  readonly #readWatchers = new Set<(read: DeviceRead) => void>()
  #config: DevicesConfig = { terminal: null, printer: null }
  #configuring: Promise<unknown> = Promise.resolve()

  constructor(options: DevicesOptions) {
    const { folder, log, clock = systemClock } = options
    this.#folder = folder
    this.#log = log
    this.#clock = clock
    this.#board = new DeviceBoard(clock)
    const parts = { ...options, clock, onRead: (read: DeviceRead) => this.#heard(read) }
    const slot = { board: this.#board, log }
    this.#terminal = new DeviceSlot(mainSeat('terminal'), slot, (config) =>
      openTerminal(config, this.#board, parts),
    )
    this.#printers = new PrinterBank({
      ...parts,
      board: this.#board,
      onSheet: (sheet) => this.#roll.take(sheet),
    })
    this.printers = this.#printers.port
    this.#reader = new DeviceSlot(mainSeat('reader'), slot, (config) =>
      openReader(config, this.#board, parts),
    )
    this.#scanner = new DeviceSlot(mainSeat('scanner'), slot, (config) =>
      openScanner(config, this.#board, parts),
    )
  }

  list(): ReturnType<Devices['list']> {
    return this.#board.list()
  }

  watch(listener: Parameters<Devices['watch']>[0]): () => void {
    return this.#board.watch(listener)
  }

  config(): DevicesConfig {
    return concealPassphrase(this.#config)
  }

  configure(config: DevicesConfig): Promise<Answer> {
    const mine = this.#configuring.then(() => this.#replace(config))
    this.#configuring = mine.catch(() => undefined)
    return mine
  }

  async #replace(config: DevicesConfig): Promise<Answer> {
    const terminal = keepPassphrase(config.terminal, this.#config.terminal)
    const parsed = devicesSchema.safeParse({ ...config, terminal })
    if (!parsed.success) return no('badInput', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
    const before = this.#terminal.device
    if (before?.busy()) return no('attemptInProgress')
    if (this.#printers.busy()) return no('printerBusy')
    const keep = (): Promise<Answer> => this.#keep(parsed.data)
    // Writing takes a moment, and a charge that begins meanwhile must not be torn off its terminal: it waits.
    return before === null ? keep() : before.lend(keep)
  }

  async #keep(config: DevicesConfig): Promise<Answer> {
    try {
      await writeDevices(this.#folder, config)
    } catch (error) {
      this.#log.error({ err: error }, 'devices.json could not be written')
      return no('ledgerUnwritable')
    }
    await this.adopt(config)
    return yes
  }

  async adopt(config: DevicesConfig): Promise<void> {
    this.#config = config
    const before = this.#terminal.device
    await this.#terminal.adopt(config.terminal)
    if (this.#terminal.device !== before) for (const tell of [...this.#replacedWatchers]) tell()
    await this.#printers.adopt(config)
    await this.#reader.adopt(config.reader ?? null)
    await this.#scanner.adopt(config.scanner ? { ...config.scanner, protocol: scannerProtocol } : null)
  }

  async discover(hosts: string): Promise<Answer<Discovery>> {
    const named = namedHosts(hosts)
    if (named === null) return no('badInput', { field: 'hosts' })
    return { ok: true, value: await discover(named) }
  }

  async probe(config: TerminalConfig): Promise<Answer<ProbeResult>> {
    const wanted = keepPassphrase(config, this.#config.terminal)
    const issue = terminalIssues(wanted)[0]
    if (issue !== undefined) return no('badInput', { field: issue.path.join('.') })
    const own = this.#terminal.device
    if (own?.charging()) return no('attemptInProgress')
    const probing = (): Promise<ProbeResult> =>
      probeTerminal(wanted, this.#clock).catch(
        (error: Error): ProbeResult => ({
          ok: false,
          trouble: 'unreachable',
          text: error.message,
          speaks: null,
        }),
      )
    const kept = this.#config.terminal?.place
    const shared = own !== null && kept !== undefined && sameLine(kept, wanted.place)
    return { ok: true, value: await (shared ? own.lend(probing) : probing()) }
  }

  async check(id: string): Promise<Checked> {
    return this.#find(id)?.check() ?? no('deviceUnknown')
  }

  async service(id: string, action: ServiceAction): Promise<Answer<{ readonly text: string }>> {
    const terminal = this.#terminal.device
    if (terminal?.port.id !== id) return no('deviceUnknown')
    if (terminal.busy()) return no('attemptInProgress')
    const outcome = await terminal.serve(action)
    if (outcome === null) return no('deviceCannot')
    if (outcome.ok) return { ok: true, value: { text: outcome.text } }
    const { code, text } = outcome.reason
    return no('terminalSaidNo', { code, reason: text })
  }

  async settleTerminal(id: string): Promise<SettleOutcome> {
    const terminal = this.#terminal.device
    return terminal?.port.id === id ? terminal.day.settle() : notTold(noTerminal)
  }

  async readTotals(id: string): Promise<TotalsOutcome> {
    const terminal = this.#terminal.device
    return terminal?.port.id === id ? terminal.day.totals() : { ok: false, reason: noTerminal }
  }

  trace(id: string): ReturnType<Devices['trace']> {
    const trace = this.#find(id)?.trace ?? null
    const view = this.#board.find(id)
    if (view === null || trace === null) return no('deviceUnknown')
    return { ok: true, value: { lines: trace.lines(), text: trace.text(view) } }
  }

  onRead(listener: (read: DeviceRead) => void): () => void {
    this.#readWatchers.add(listener)
    return () => this.#readWatchers.delete(listener)
  }

  async testPrint(id: string, page: TestPage = 'testPage'): Promise<Answer> {
    const printer = this.#printers.find(id)
    if (printer === null) return no('noPrinter')
    if (printer.busy()) return no('printerBusy')
    const outcome = await printer.print({ kind: page })
    if (outcome.outcome === 'done') return yes
    return outcome.reason === 'notLaidOut'
      ? no('deviceCannot')
      : no('printerTrouble', { reason: outcome.reason })
  }

  setTerminalFault(fault: TerminalFault): Answer {
    const terminal = this.#terminal.device
    if (terminal?.simulated !== true) return no('deviceUnknown')
    return terminal.setFault(fault) ? yes : no('deviceCannot')
  }

  setPrinterFault(id: string, fault: PaperFault): Answer {
    const printer = this.#printers.find(id)
    if (printer === null || printer.setFault === null) return no('deviceUnknown')
    if (!printer.setFault(fault)) return no('deviceCannot')
    if (fault === 'none') this.#board.tell(id, { health: 'ready', trouble: null })
    else this.#board.trouble(id, fault, '')
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
    await Promise.all(this.#slots().map((slot) => slot.close()))
  }

  #slots(): readonly { readonly device: OpenDevice | null; close(): Promise<void> }[] {
    return [this.#terminal, ...this.#printers.slots(), this.#reader, this.#scanner]
  }

  #find(id: string): OpenDevice | null {
    return this.#slots().find(({ device }) => device?.id === id)?.device ?? null
  }

  #heard(read: DeviceRead): void {
    for (const watcher of [...this.#readWatchers]) watcher(read)
  }
}

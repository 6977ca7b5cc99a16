import { escposPrinter } from '#drivers/printers/escpos/escpos-printer.ts'
import type { Printer, PrinterStatus, PrintOutcome } from '#drivers/printers/printer.ts'
import { profileFor } from '#drivers/printers/profiles.data.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import type { Log } from '#electron/platform/log.ts'
import type { DevicesConfig, PaperFault, PaperSheet } from '#shared/contract/devices.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import type { DeviceBoard } from './device-board.ts'
import { deviceId, transportTo } from './device-line.ts'

type PrinterConfig = NonNullable<DevicesConfig['printer']>

export interface PrinterDevice {
  readonly id: string
  print(document: PaperDocument): Promise<PrintOutcome>
  kickDrawer(): Promise<PrintOutcome>
  check(): Promise<PrinterStatus>
  busy(): boolean
  /** `null` for a real printer. */
  readonly setFault: ((fault: PaperFault) => void) | null
  close(): Promise<void>
}

/** @param onSheet what comes out of the simulated printer */
export async function openPrinter(
  config: PrinterConfig,
  board: DeviceBoard,
  log: Log,
  onSheet: (sheet: PaperSheet) => void,
): Promise<PrinterDevice> {
  const id = deviceId(config.protocol, config.place)
  const profile = profileFor(config.profile)
  if (config.place.via !== 'simulated') {
    const transport = await transportTo(config.place)
    return new OpenPrinter(id, escposPrinter({ name: config.name, transport, profile }), board, log, null)
  }
  const { printerSimulator } = await import('#drivers/simulators/printer/printer-simulator.ts')
  const simulator = printerSimulator({
    widthDots: profile.widthDots,
    onReport: (what) => log.warn({ device: id }, what),
  })
  simulator.onSheet(onSheet)
  const transport = memoryTransport('simulated printer', (link) => simulator.accept(link))
  const printer = escposPrinter({ name: config.name, transport, profile })
  return new OpenPrinter(id, printer, board, log, (fault) => {
    simulator.setFault(fault)
  })
}

class OpenPrinter implements PrinterDevice {
  readonly id: string
  readonly setFault: ((fault: PaperFault) => void) | null
  readonly #printer: Printer
  readonly #board: DeviceBoard
  readonly #log: Log
  #jobs = 0

  constructor(
    id: string,
    printer: Printer,
    board: DeviceBoard,
    log: Log,
    setFault: ((fault: PaperFault) => void) | null,
  ) {
    this.id = id
    this.#printer = printer
    this.#board = board
    this.#log = log
    this.setFault = setFault
  }

  busy(): boolean {
    return this.#jobs > 0
  }

  print(document: PaperDocument): Promise<PrintOutcome> {
    return this.#work(() => this.#printer.print(document))
  }

  kickDrawer(): Promise<PrintOutcome> {
    return this.#work(() => this.#printer.kickDrawer())
  }

  async check(): Promise<PrinterStatus> {
    const status = await this.#printer.status()
    if (status.fault !== null) this.#tell('trouble', status.fault)
    else this.#tell('ready', status.paperLow ? 'paperLow' : null)
    return status
  }

  close(): Promise<void> {
    return this.#printer.close()
  }

  async #work(job: () => Promise<PrintOutcome>): Promise<PrintOutcome> {
    this.#jobs++
    this.#board.tell(this.id, { health: 'busy' })
    let outcome: PrintOutcome | null = null
    try {
      outcome = await job()
      return outcome
    } finally {
      this.#jobs--
      if (outcome?.outcome === 'done') this.#tell(this.#jobs > 0 ? 'busy' : 'ready', null)
      else {
        const reason = outcome?.reason ?? 'other'
        this.#tell('trouble', reason)
        this.#log.warn({ device: this.id, reason }, `print job ${outcome?.outcome ?? 'failed'}`)
      }
    }
  }

  #tell(health: 'ready' | 'busy' | 'trouble', trouble: string | null): void {
    this.#board.tell(this.id, { health, trouble })
  }
}

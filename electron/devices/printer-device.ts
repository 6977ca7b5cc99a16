import { escposPrinter } from '#drivers/printers/escpos/escpos-printer.ts'
import type { Printer, PrintOutcome } from '#drivers/printers/printer.ts'
import { profileFor } from '#drivers/printers/profiles.data.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import type { Log } from '#electron/platform/log.ts'
import type { PaperFault, PaperSheet, PrinterConfig } from '#shared/contract/devices.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import { type Checked, no } from './answers.ts'
import type { DeviceBoard } from './device-board.ts'
import { deviceId, transportTo } from './device-line.ts'
import type { OpenDevice } from './device-slot.ts'
import { isLineTrouble, LineWatch, type WatchPace } from './line-watch.ts'

export interface PrinterDevice extends OpenDevice {
  print(document: PaperDocument): Promise<PrintOutcome>
  kickDrawer(): Promise<PrintOutcome>
  busy(): boolean
  /** `null` for a real printer. */
  readonly setFault: ((fault: PaperFault) => void) | null
}

/** @param onSheet what comes out of the simulated printer */
export async function openPrinter(
  config: PrinterConfig,
  board: DeviceBoard,
  options: { readonly log: Log; readonly watchPace?: Partial<WatchPace> },
  onSheet: (sheet: PaperSheet) => void,
): Promise<PrinterDevice> {
  const { log } = options
  const id = deviceId(config.protocol, config.place)
  const profile = profileFor(config.profile)
  const { place } = config
  if (place.via === 'hand') throw new Error('no printer prints by hand')
  if (place.via !== 'simulated') {
    const transport = await transportTo(place)
    const printer = escposPrinter({ name: config.name, transport, profile })
    const device = new OpenPrinter(id, printer, board, log, null)
    const watch = new LineWatch(
      {
        place,
        busy: () => device.busy(),
        lost: () => isLineTrouble(board.find(id)?.trouble),
        gone: (detail) => board.trouble(id, 'unreachable', detail),
        returned: async () => void (await device.check()),
      },
      options.watchPace,
    )
    device.beforeWork = () => watch.standAside()
    device.onClose = () => watch.close()
    return device
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
  readonly trace = null
  readonly setFault: ((fault: PaperFault) => void) | null
  beforeWork: () => Promise<void> = async () => undefined
  onClose: () => Promise<void> = async () => undefined
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

  async check(): Promise<Checked> {
    await this.beforeWork()
    const status = await this.#printer.status()
    if (status.fault !== null) this.#board.trouble(this.id, status.fault, '')
    else this.#tell('ready', status.paperLow ? 'paperLow' : null)
    return status.fault === null
      ? { ok: true, value: { text: '' } }
      : no('printerTrouble', { reason: status.fault })
  }

  async close(): Promise<void> {
    await this.onClose()
    await this.#printer.close()
  }

  async #work(job: () => Promise<PrintOutcome>): Promise<PrintOutcome> {
    this.#jobs++
    this.#board.tell(this.id, { health: 'busy' })
    let outcome: PrintOutcome | null = null
    try {
      await this.beforeWork()
      outcome = await job()
      return outcome
    } finally {
      this.#jobs--
      if (outcome?.outcome === 'done') this.#tell(this.#jobs > 0 ? 'busy' : 'ready', null)
      else {
        const reason = outcome?.reason ?? 'other'
        this.#board.trouble(this.id, reason, '')
        this.#log.warn({ device: this.id, reason }, `print job ${outcome?.outcome ?? 'failed'}`)
      }
    }
  }

  #tell(health: 'ready' | 'busy', trouble: string | null): void {
    this.#board.tell(this.id, { health, trouble })
  }
}

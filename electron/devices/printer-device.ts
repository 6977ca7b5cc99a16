import type { LaidPaper, PaperOutcome, PaperPrinter } from '#electron/checkout/ports.ts'
import type { Log } from '#electron/platform/log.ts'
import type { PaperFault, PaperSheet, PrinterConfig } from '#shared/contract/devices.ts'
import { type PaperUse, paperUses } from '#shared/kernel/paper-kinds.ts'
import { type Checked, no } from './answers.ts'
import type { DeviceBoard } from './device-board.ts'
import type { OpenDevice } from './device-slot.ts'
import { isLineTrouble, LineWatch, type WatchPace } from './line-watch.ts'
import { type MadePrinter, makePrinter } from './printer-driver.ts'

export interface PrinterDevice extends OpenDevice, PaperPrinter {
  readonly papers: readonly PaperUse[]
  kickDrawer(): Promise<PaperOutcome>
  busy(): boolean
  /** @returns whether this printer has such a fault. `null` for a real printer. */
  readonly setFault: ((fault: PaperFault) => boolean) | null
}

export interface PrinterDeviceOptions {
  readonly log: Log
  readonly watchPace?: Partial<WatchPace>
  /** What comes out of a simulated printer. */
  readonly onSheet: (sheet: PaperSheet) => void
}

/** What a printer is for, where nobody has said: labels go to a printer of labels, all else to one of receipts. */
function papersOf({ papers, protocol }: PrinterConfig): readonly PaperUse[] {
  return papers ?? paperUses.filter((use) => (use === 'labels') === (protocol === 'zpl'))
}

/** @throws Error where this machine lacks the part that reaches it */
export async function openPrinter(
  config: PrinterConfig,
  id: string,
  board: DeviceBoard,
  options: PrinterDeviceOptions,
): Promise<PrinterDevice> {
  const made = await makePrinter(config, {
    onSheet: (sheet) => options.onSheet({ ...sheet, printer: id }),
    onReport: (what) => options.log.warn({ device: id }, what),
  })
  const device = new OpenPrinter(config, id, made, board, options)
  board.tell(id, { papers: device.papers })
  return device
}

class OpenPrinter implements PrinterDevice {
  readonly id: string
  readonly name: string
  readonly papers: readonly PaperUse[]
  readonly trace = null
  readonly setFault: ((fault: PaperFault) => boolean) | null
  readonly #driver: MadePrinter['driver']
  readonly #board: DeviceBoard
  readonly #log: Log
  readonly #watch: LineWatch
  #jobs = 0
  #idle: Promise<unknown> = Promise.resolve()

  constructor(
    config: PrinterConfig,
    id: string,
    { driver, setFault }: MadePrinter,
    board: DeviceBoard,
    { log, watchPace }: PrinterDeviceOptions,
  ) {
    this.id = id
    this.name = config.name
    this.papers = papersOf(config)
    this.setFault = setFault
    this.#driver = driver
    this.#board = board
    this.#log = log
    this.#watch = new LineWatch(
      {
        place: config.place,
        busy: () => this.busy(),
        lost: () => mayBeOver(board.find(id)?.trouble),
        gone: (detail) => board.trouble(id, 'unreachable', detail),
        returned: async () => void (await this.check()),
      },
      watchPace,
    )
  }

  busy(): boolean {
    return this.#jobs > 0
  }

  print(paper: LaidPaper): Promise<PaperOutcome> {
    return this.#begin(() => this.#driver.print(paper))
  }

  kickDrawer(): Promise<PaperOutcome> {
    return this.#begin(() => this.#driver.kickDrawer())
  }

  async check(): Promise<Checked> {
    await this.#watch.standAside()
    const status = await this.#driver.status()
    // What is known already is not told again each time it is looked at.
    if (status.fault !== null) this.#trouble(status.fault)
    else this.#tell('ready', status.paperLow ? 'paperLow' : null)
    return status.fault === null
      ? { ok: true, value: { text: '' } }
      : no('printerTrouble', { reason: status.fault })
  }

  async idle(): Promise<void> {
    while (this.busy()) await this.#idle
  }

  async close(): Promise<void> {
    await this.#watch.close()
    await this.#driver.close()
  }

  #begin(job: () => Promise<PaperOutcome>): Promise<PaperOutcome> {
    const outcome = this.#work(job)
    this.#idle = Promise.allSettled([this.#idle, outcome])
    return outcome
  }

  async #work(job: () => Promise<PaperOutcome>): Promise<PaperOutcome> {
    this.#jobs++
    // A paper that is not for it says nothing about how it is.
    const { health, trouble } = this.#board.find(this.id) ?? { health: 'unknown', trouble: null }
    const before = { health, trouble }
    this.#board.tell(this.id, { health: 'busy' })
    let outcome: PaperOutcome | null = null
    try {
      await this.#watch.standAside()
      outcome = await job()
      return outcome
    } finally {
      this.#jobs--
      if (outcome?.outcome === 'done') this.#tell(this.#jobs > 0 ? 'busy' : 'ready', null)
      else if (outcome?.reason === 'notLaidOut') this.#board.tell(this.id, before)
      else {
        const reason = outcome?.reason ?? 'other'
        this.#board.trouble(this.id, reason, '')
        this.#log.warn({ device: this.id, reason }, `print job ${outcome?.outcome ?? 'failed'}`)
      }
    }
  }

  #trouble(fault: string): void {
    if (this.#board.find(this.id)?.trouble !== fault) this.#board.trouble(this.id, fault, '')
  }

  #tell(health: 'ready' | 'busy', trouble: string | null): void {
    this.#board.tell(this.id, { health, trouble })
  }
}

/** What somebody at the printer puts right, without a word to the till. */
const mended: ReadonlySet<string | null | undefined> = new Set(['paperOut', 'coverOpen', 'cutter', 'offline'])

const mayBeOver = (trouble: string | null | undefined): boolean =>
  isLineTrouble(trouble) || mended.has(trouble)

import type { PaperOutcome, PrintersPort } from '#electron/checkout/ports.ts'
import type { Log } from '#electron/platform/log.ts'
import type { DevicesConfig, PrinterConfig } from '#shared/contract/devices.ts'
import { type DeviceBoard, mainSeat } from './device-board.ts'
import { DeviceSlot } from './device-slot.ts'
import { openPrinter, type PrinterDevice, type PrinterDeviceOptions } from './printer-device.ts'

type PrinterSlot = DeviceSlot<PrinterConfig, PrinterDevice>

export interface BankParts extends PrinterDeviceOptions {
  readonly board: DeviceBoard
  readonly log: Log
}

/** All the printers of a till, the main one first; who a paper goes to is the order they stand in. */
export class PrinterBank {
  readonly port: PrintersPort
  readonly #parts: BankParts
  readonly #main: PrinterSlot
  readonly #more: PrinterSlot[] = []

  constructor(parts: BankParts) {
    this.#parts = parts
    this.#main = this.#slot('printer')
    this.port = {
      printersFor: (use) => this.devices().filter(({ papers }) => papers.includes(use)),
      kickDrawer: async () => (await this.#main.device?.kickDrawer()) ?? noPrinter,
    }
  }

  async adopt({
    printer,
    morePrinters = [],
  }: Pick<DevicesConfig, 'printer' | 'morePrinters'>): Promise<void> {
    await this.#main.adopt(printer)
    while (this.#more.length < morePrinters.length) {
      this.#more.push(this.#slot(`printer-${this.#more.length + 2}`))
    }
    for (const [index, slot] of this.#more.entries()) await slot.adopt(morePrinters[index] ?? null)
  }

  /** Those this machine could open. */
  devices(): readonly PrinterDevice[] {
    return this.slots().flatMap(({ device }) => device ?? [])
  }

  find(id: string): PrinterDevice | null {
    return this.devices().find((each) => each.id === id) ?? null
  }

  busy(): boolean {
    return this.devices().some((each) => each.busy())
  }

  slots(): readonly PrinterSlot[] {
    return [this.#main, ...this.#more]
  }

  #slot(key: string): PrinterSlot {
    const { board } = this.#parts
    return new DeviceSlot({ ...mainSeat('printer'), key }, this.#parts, (config, id) =>
      openPrinter(config, id, board, this.#parts),
    )
  }
}

const noPrinter: PaperOutcome = { outcome: 'notStarted', reason: 'unreachable' }

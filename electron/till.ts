import { drawPicture } from '#drivers/printers/picture/draw-picture.node.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import { unsetSettings } from '#shared/cart/settings.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import { receiptDocument } from '#shared/receipt/receipt.ts'
import { openCounter } from './checkout/open-counter.ts'
import type { ReceiptSource } from './checkout/print-queue.ts'
import type { Devices } from './devices/devices.ts'
import { openDevices } from './devices/open-devices.ts'
import { openLedger } from './ledger/open.ts'
import { openScratchLedger } from './ledger/scratch.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { type Ids, randomIds } from './platform/ids.ts'
import type { Log } from './platform/log.ts'
import type { Till } from './till-parts.ts'

export interface TillOptions {
  /** Made, with an empty ledger, if it is not there. */
  readonly folder: string
  readonly log: Log
  /** Default: the machine's. */
  readonly clock?: Clock
  /** Default: random. */
  readonly ids?: Ids
  /** Waits of the simulated terminal. Default: the machine's. */
  readonly simulatedTimers?: Timers
}

/** Receipts on a screen are drawn as 80 mm paper, whatever printer stands beside it; dots. */
const pictureDots = 576

/**
 * Composes the whole till of one folder, without Electron: both shells, and whatever drives a till without a screen,
 * start here.
 * @throws LedgerRefused with a sentence: in use by another till, unreadable, foreign; nothing was changed
 */
export async function openTill(options: TillOptions): Promise<Till> {
  const { folder, log, clock = systemClock, ids = randomIds } = options
  const ledger = openLedger({ folder, clock, ids, create: true })
  let opened: Devices | null = null
  try {
    const layout = ({ row, copy, settings }: ReceiptSource): PaperDocument =>
      receiptDocument({ ...row, copy, settings, till: ledger.tillId })
    const devices = await openDevices({
      folder,
      log,
      clock,
      ...(options.simulatedTimers === undefined ? {} : { simulatedTimers: options.simulatedTimers }),
    })
    opened = devices
    const counter = openCounter({
      ledger,
      terminal: devices.terminal,
      printer: devices.printer,
      layout,
      clock,
      ids,
      log,
      openScratch: () => openScratchLedger({ folder, from: ledger, clock }),
    })
    return {
      ledger,
      counter,
      devices,
      folder,
      async drawReceipt(number) {
        const row = ledger.findTicket(number)
        if (row === null) return null
        const settings = ledger.settings() ?? unsetSettings
        return drawPicture(layout({ row, copy: 0, settings }), pictureDots)
      },
      async close() {
        await counter.close()
        await devices.close()
        ledger.close()
      },
    }
  } catch (error) {
    await opened?.close()
    ledger.close()
    throw error
  }
}

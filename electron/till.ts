import type { Timers } from '#drivers/transport/timers.ts'
import { openCounter } from './checkout/open-counter.ts'
import type { Devices } from './devices/devices.ts'
import { openDevices } from './devices/open-devices.ts'
import { openLedger } from './ledger/open.ts'
import { openScratchLedger, removeScratch } from './ledger/scratch.ts'
import { layPaper } from './papers/lay-paper.ts'
import { paperViews } from './papers/paper-views.ts'
import { findPhotograph } from './papers/photograph.node.ts'
import { openSigning } from './papers/signing.ts'
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
    removeScratch(folder)
    const layout = layPaper({
      clock,
      key: openSigning({ folder, ledger, clock, log }),
      photograph: (sku) => findPhotograph(folder, sku),
    })
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
      printers: devices.printers,
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
      clock,
      papers: paperViews(counter),
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

import type { TicketNumber } from '#shared/kernel/ids.ts'
import type { Counter } from './checkout/counter.ts'
import type { Devices } from './devices/devices.ts'
import type { WriteLedger } from './ledger/handles.ts'

/** A composed till (`till.ts` makes it): everything a shell needs to serve it, and nothing of Electron. */
export interface Till {
  readonly ledger: WriteLedger
  readonly counter: Counter
  readonly devices: Devices
  /** The folder that holds the ledger, `devices.json` and the lock. */
  readonly folder: string
  /** The receipt of a ticket as a PNG, drawn by the layout that the paper gets; `null`: no such ticket. */
  drawReceipt(number: TicketNumber): Promise<Uint8Array | null>
  close(): Promise<void>
}

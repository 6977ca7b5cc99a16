import type { Counter } from './checkout/counter.ts'
import type { Devices } from './devices/devices.ts'
import type { ForwardLanes } from './forwarders/forward-lanes.ts'
import type { WriteLedger } from './ledger/handles.ts'
import type { MarketplaceRoom } from './marketplace/marketplace-room.ts'
import type { PaperViews } from './papers/paper-views.ts'
import type { Clock } from './platform/clock.ts'
import type { Settlements } from './settlements/settlements.ts'

/** A composed till (`till.ts` makes it): everything a shell needs to serve it, and nothing of Electron. */
export interface Till {
  readonly ledger: WriteLedger
  readonly counter: Counter
  readonly devices: Devices
  readonly settlements: Settlements
  readonly marketplace: MarketplaceRoom
  readonly forwards: ForwardLanes
  /** The folder that holds the ledger, `devices.json`, `acquirers.json`, `marketplace.json` and the lock. */
  readonly folder: string
  readonly papers: PaperViews
  readonly clock: Clock
  close(): Promise<void>
}

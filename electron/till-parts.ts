import type { Backups } from './backup/backups.ts'
import type { Books } from './books/open-books.ts'
import type { Reports } from './books/reports/open-reports.ts'
import type { Counter } from './checkout/counter.ts'
import type { Devices } from './devices/devices.ts'
import type { ForwardLanes } from './forwarders/forward-lanes.ts'
import type { WriteLedger } from './ledger/handles.ts'
import type { MarketplaceRoom } from './marketplace/marketplace-room.ts'
import type { PaperViews } from './papers/paper-views.ts'
import type { Clock } from './platform/clock.ts'
import type { Settlements } from './settlements/settlements.ts'
import type { OpenedShop } from './shop/open-shop.ts'

/** A composed till (`till.ts` makes it): everything a shell needs to serve it, and nothing of Electron. */
export interface Till {
  readonly ledger: WriteLedger
  readonly counter: Counter
  readonly devices: Devices
  readonly settlements: Settlements
  readonly marketplace: MarketplaceRoom
  /** The database that the tills of its shop share; `null`: the till is its whole shop. */
  readonly shop: OpenedShop | null
  readonly forwards: ForwardLanes
  /** The folder that holds the ledger, `devices.json`, `acquirers.json`, `marketplace.json`, `shop.json` and the lock. */
  readonly folder: string
  readonly papers: PaperViews
  /** Works over all that was sold, beside the sale: exports, reports, archives. */
  readonly books: Books
  /** What the shop took, to be looked at. */
  readonly reports: Reports
  readonly clock: Clock
  readonly backups: Backups
  close(): Promise<void>
}

import type { Asked, ShopDatabase } from '#electron/shop/shop-database.ts'

/** What happens to each question on its way. */
export type Around = <T>(ask: () => Promise<Asked<T>>) => Promise<Asked<T>>

/** A shop's database with something between it and who asks. */
export const aroundShop = (inner: ShopDatabase, around: Around): ShopDatabase => ({
  shop: inner.shop,
  claim: (...of) => around(() => inner.claim(...of)),
  extend: (...of) => around(() => inner.extend(...of)),
  release: (...of) => around(() => inner.release(...of)),
  sell: (...of) => around(() => inner.sell(...of)),
  whereIs: (...of) => around(() => inner.whereIs(...of)),
  countStock: (...of) => around(() => inner.countStock(...of)),
  stockOf: (...of) => around(() => inner.stockOf(...of)),
  changes: (...of) => around(() => inner.changes(...of)),
  headOf: (...of) => around(() => inner.headOf(...of)),
  tills: () => around(() => inner.tills()),
  ingest: (...of) => around(() => inner.ingest(...of)),
  findTicket: (...of) => around(() => inner.findTicket(...of)),
  dayTotals: (...of) => around(() => inner.dayTotals(...of)),
  close: () => inner.close(),
})

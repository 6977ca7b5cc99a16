import type { Database } from 'better-sqlite3'
import type { Sku } from '#shared/kernel/ids.ts'
import type { LostTo, OnlineOrderId, TillTicket } from '#shared/marketplace/order.ts'
import type { MarketReads } from '../market-handles.ts'
import { orderIdOf } from './online-order-reads.ts'
import type { OnlineOrderRecord } from './online-orders.ts'

type PromiseReads = Pick<MarketReads, 'promisedUnits' | 'stockVersion' | 'ordersToLose'>

interface WantedRow extends Pick<OnlineOrderRecord, 'seq' | 'order_key' | 'connection' | 'task'> {
  readonly sku: Sku
}

/** Reads of what is promised, and of who cannot have it. @param connection the one there is now */
export function promiseReads(
  db: Database,
  soldBy: MarketReads['soldBy'],
  connection: () => string | null,
): PromiseReads {
  const units = db.prepare<[string], number>('SELECT units FROM promises WHERE sku = ?').pluck()
  const version = db
    .prepare<[string, string], number>(
      `SELECT max(coalesce((SELECT seq FROM promises WHERE sku = ?), 0),
         coalesce((SELECT seq FROM stock WHERE item = (SELECT id FROM items WHERE sku = ?)), 0))`,
    )
    .pluck()
  // Whoever paid comes first, then whoever was first.
  const wanted = db.prepare<[], WantedRow>(
    `SELECT o.seq, order_key, connection, task, l.sku FROM online_orders o INDEXED BY online_orders_open
     JOIN online_order_lines l ON l.online_order = o.seq JOIN items ON items.sku = l.sku
     WHERE stage = 'open' AND task IS NOT 'lost' AND cancel_seq IS NULL AND promised = 1 AND is_unique = 1
     ORDER BY state = 'placed', o.seq, l.line`,
  )

  return {
    promisedUnits: (sku) => units.get(sku) ?? 0,
    stockVersion: (sku) => version.get(sku, sku) ?? 0,
    ordersToLose() {
      const now = connection()
      const holders = new Map<Sku, OnlineOrderId>()
      return ordersOf(wanted.all()).flatMap(({ first, skus }) => {
        const order = orderIdOf(first, now)
        const lost = skus.flatMap((sku) => {
          const to = lostTo(soldBy(sku), holders.get(sku))
          return to === null ? [] : [{ sku, to }]
        })
        // One that cannot have all of its pieces holds none of them against others: it will not be sold.
        if (lost.length === 0) for (const sku of skus) holders.set(sku, order)
        return lost.length === 0 || first.task !== null ? [] : [{ order, lost }]
      })
    },
  }
}

function lostTo(ticket: TillTicket | null, holder: OnlineOrderId | undefined): LostTo | null {
  if (ticket !== null) return { kind: 'ticket', ticket }
  return holder === undefined ? null : { kind: 'order', order: holder }
}

/** Rows of one order together; each sku once. */
function ordersOf(
  rows: readonly WantedRow[],
): readonly { readonly first: WantedRow; readonly skus: readonly Sku[] }[] {
  const orders = new Map<number, { readonly first: WantedRow; readonly skus: Sku[] }>()
  for (const row of rows) {
    const order = orders.get(row.seq)
    if (order === undefined) orders.set(row.seq, { first: row, skus: [row.sku] })
    else if (!order.skus.includes(row.sku)) order.skus.push(row.sku)
  }
  return [...orders.values()]
}

import type { Database } from 'better-sqlite3'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { OnlineBuyer } from '#shared/marketplace/online.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { overwriting } from './forgetting.ts'
import { onlineOrderSeq } from './subjects/online-order-reads.ts'

/** Who ordered online, beside the journal: found by the entry that took the order. */
export function buyerRows(db: Database): {
  /** Inside the transaction of the order's own fact. @throws when there is no such order */
  keep(order: OnlineOrderId, buyer: OnlineBuyer): void
  find(order: OnlineOrderId): OnlineBuyer | null
  /** Overwrites the row, inside the transaction of the fact that says so. */
  forget(order: OnlineOrderId): void
} {
  const seqOf = onlineOrderSeq(db)
  const keep = db.prepare<[number, string]>('INSERT INTO buyers (online_order, body) VALUES (?, ?)')
  const find = db.prepare<[number], string>('SELECT body FROM buyers WHERE online_order = ?').pluck()
  const remove = db.prepare<[number]>('DELETE FROM buyers WHERE online_order = ?')
  return {
    keep(order, buyer) {
      const seq = seqOf(order)
      if (seq === null) throw new Error(`there is no order ${order} to keep the buyer of`)
      keep.run(seq, canonicalJson(buyer))
    },
    find(order) {
      const body = find.get(seqOf(order) ?? 0)
      return body === undefined ? null : (JSON.parse(body) as OnlineBuyer)
    },
    forget: (order) => overwriting(db, () => void remove.run(seqOf(order) ?? 0)),
  }
}

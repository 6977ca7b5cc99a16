import type { Database } from 'better-sqlite3'
import type { HeadRow } from '../subjects/head.ts'
import { FoundWrong } from './wrong-row.ts'

/**
 * Buyers are outside the journal, which has no fingerprint of them: only one of no order, or one that the journal says was
 * forgotten, can be seen to be wrong.
 * @throws FoundWrong
 */
export function checkBuyers(db: Database): void {
  const wrong = db
    .prepare<[], { online_order: number; what: string }>(
      `SELECT online_order, iif(seq IS NULL, 'is of no online order', 'is there, and was forgotten') AS what
       FROM buyers LEFT JOIN online_orders ON seq = online_order
       WHERE seq IS NULL OR forgotten_seq IS NOT NULL ORDER BY 1 LIMIT 1`,
    )
    .get()
  if (wrong !== undefined) throw new FoundWrong('buyers', `online_order ${wrong.online_order}`, wrong.what)
}

/** A count told may be any, but not as of a time that the journal does not know: it would never be told again. @throws FoundWrong */
export function checkToldStock(db: Database, head: HeadRow): void {
  const stray = db
    .prepare<[number], { connection: string; sku: string }>(
      'SELECT connection, sku FROM told_stock WHERE version > ? ORDER BY connection, sku LIMIT 1',
    )
    .get(head.seq)
  if (stray !== undefined)
    throw new FoundWrong(
      'told_stock',
      `connection ${stray.connection}, sku ${stray.sku}`,
      `does not belong: the last entry is ${head.seq}`,
    )
}

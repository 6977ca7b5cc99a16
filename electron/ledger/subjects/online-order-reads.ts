import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import type { MarketReads, OnlineOrderRow } from '../market-handles.ts'
import { type OnlineOrderRecord, orderKey } from './online-orders.ts'

type OrderReads = Pick<
  MarketReads,
  'findOnlineOrder' | 'openOnlineOrders' | 'onlineTasks' | 'pastOnlineOrders' | 'orderWanting'
>

/** An order's row with the entries that it points to. */
interface FoundRow extends OnlineOrderRecord {
  readonly taken: string
  readonly utc_ms: number
  readonly offset_minutes: number
  readonly task_utc_ms: number | null
  readonly task_offset_minutes: number | null
  readonly lost: string | null
  readonly sold: string | null
}

const entries =
  'JOIN journal taken ON taken.seq = o.seq LEFT JOIN journal task ON task.seq = task_seq ' +
  'LEFT JOIN journal lost ON lost.seq = lost_seq LEFT JOIN journal sold ON sold.seq = sold_seq'

const select =
  'SELECT o.*, taken.body AS taken, taken.utc_ms, taken.offset_minutes, task.utc_ms AS task_utc_ms, ' +
  'task.offset_minutes AS task_offset_minutes, lost.body AS lost, sold.body AS sold FROM online_orders o'

/** Finds an order: of the marketplace there is now, else of an earlier one, which goes by its whole key. */
export function onlineOrderSeq(db: Database): (order: OnlineOrderId) => number | null {
  const find = db
    .prepare<{ readonly order: string }, number>(
      `SELECT seq FROM online_orders
       WHERE order_key IN ((SELECT connection FROM market_connection) || ' ' || @order, @order)
       ORDER BY order_key = @order LIMIT 1`,
    )
    .pluck()
  return (order) => find.get({ order }) ?? null
}

/** Reads of online orders; what they are of is read from the journal. @param connection the one there is now */
export function onlineOrderReads(db: Database, connection: () => string | null): OrderReads {
  const seqOf = onlineOrderSeq(db)
  const bySeq = db.prepare<[number], FoundRow>(`${select} ${entries} WHERE o.seq = ?`)
  const open = db.prepare<[], FoundRow>(
    `${select} INDEXED BY online_orders_open ${entries} WHERE stage = 'open' ORDER BY o.seq`,
  )
  const tasks = db.prepare<[], FoundRow>(
    `${select} INDEXED BY online_orders_tasks ${entries} WHERE o.task IS NOT NULL ORDER BY task_seq`,
  )
  const past = db.prepare<[number, number], FoundRow>(
    `${select} INDEXED BY online_orders_past ${entries}
     WHERE stage <> 'open' AND o.seq < ? ORDER BY o.seq DESC LIMIT ?`,
  )
  const wanting = db.prepare<[string], FoundRow>(
    `${select} JOIN online_order_lines l INDEXED BY online_order_lines_promised ON l.online_order = o.seq ${entries}
     WHERE l.sku = ? AND promised = 1 AND o.task IS NOT 'lost' AND cancel_seq IS NULL
     ORDER BY state = 'placed', o.seq LIMIT 1`,
  )
  const orderOf = (row: FoundRow): OnlineOrderRow => onlineOrderOf(row, connection())
  const orderOrNull = (row: FoundRow | undefined): OnlineOrderRow | null =>
    row === undefined ? null : orderOf(row)

  return {
    findOnlineOrder: (order) => orderOrNull(bySeq.get(seqOf(order) ?? 0)),
    openOnlineOrders: () => open.all().map(orderOf),
    onlineTasks: () => tasks.all().map(orderOf),
    pastOnlineOrders: (before, limit) => past.all(before ?? Number.MAX_SAFE_INTEGER, limit).map(orderOf),
    orderWanting: (sku) => orderOrNull(wanting.get(sku)),
  }
}

/** How an order is called from outside. */
export const orderIdOf = (
  { order_key, connection }: Pick<OnlineOrderRecord, 'order_key' | 'connection'>,
  now: string | null,
): OnlineOrderId =>
  (connection === now ? order_key.slice(orderKey(connection, '').length) : order_key) as OnlineOrderId

function onlineOrderOf(row: FoundRow, now: string | null): OnlineOrderRow {
  const taken = JSON.parse(row.taken) as FactOf<'onlineOrderTaken'> | FactOf<'onlineOrderOdd'>
  const sold = row.sold === null ? null : (JSON.parse(row.sold) as FactOf<'onlineOrderSold'>)
  return {
    order: { ...taken.order, id: orderIdOf(row, now) },
    seq: row.seq as Seq,
    takenAt: { utcMs: row.utc_ms, offsetMinutes: row.offset_minutes },
    state: row.state,
    stage: row.stage,
    sale: sold && { ticket: sold.ticket, move: sold.move },
    cancelAsked: row.cancel_seq !== null,
    task: taskOf(row, taken),
  }
}

function taskOf(
  row: FoundRow,
  taken: FactOf<'onlineOrderTaken'> | FactOf<'onlineOrderOdd'>,
): OnlineOrderRow['task'] {
  const { task: kind, task_utc_ms: utcMs, task_offset_minutes: offsetMinutes, lost } = row
  if (kind === null || utcMs === null || offsetMinutes === null) return null
  const isOdd = kind === 'odd' && taken.kind === 'onlineOrderOdd'
  return {
    kind,
    since: { utcMs, offsetMinutes },
    lost: kind === 'lost' && lost !== null ? (JSON.parse(lost) as FactOf<'onlineOrderLost'>).lost : [],
    odd: isOdd ? { because: taken.because, text: taken.text } : null,
  }
}

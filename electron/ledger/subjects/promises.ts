import type { Entry, Projections } from '../entry.ts'
import { defineTable } from '../table.ts'

/** One line of an online order. */
export interface OnlineOrderLineRow {
  /** `online_orders.seq` */
  online_order: number
  /** 1 = first. */
  line: number
  /** `null`: nothing of this shop's. */
  sku: string | null
  units: number
  /** Its piece is gone. */
  lost: 0 | 1
  /** Its units are promised: the order is open and has not lost them. */
  promised: 0 | 1
}

/** Units of an item that open orders were promised. */
export interface PromiseRow {
  sku: string
  units: number
  /** The newest entry that changed them. */
  seq: number
}

export const onlineOrderLinesTable = defineTable<OnlineOrderLineRow>({
  name: 'online_order_lines',
  columns: ['online_order', 'line', 'sku', 'units', 'lost', 'promised'],
  key: ['online_order', 'line'],
})
export const promisesTable = defineTable<PromiseRow>({
  name: 'promises',
  columns: ['sku', 'units', 'seq'],
  key: ['sku'],
})

/** Lines of an order, in its own order. */
function* linesOf(to: Projections, order: number): Iterable<OnlineOrderLineRow> {
  for (let line = 1; ; line++) {
    const row = to.onlineOrderLines.get(order, line)
    if (row === undefined) return
    yield row
  }
}

/** All that an order wants and has not lost. */
export function promise(to: Projections, entry: Entry, order: number): void {
  for (const row of linesOf(to, order)) if (row.lost === 0) move(to, entry, row, 1)
}

export function letGo(to: Projections, entry: Entry, order: number): void {
  for (const row of linesOf(to, order)) move(to, entry, row, 0)
}

/** The lines of one item are lost. @returns false where the order was not promised any */
export function lose(to: Projections, entry: Entry, order: number, sku: string): boolean {
  let found = false
  for (const row of linesOf(to, order)) {
    if (row.sku !== sku || row.promised === 0) continue
    found = true
    move(to, entry, row, 0)
    to.onlineOrderLines.update({ lost: 1 }, order, row.line)
  }
  return found
}

function move(to: Projections, entry: Entry, row: OnlineOrderLineRow, promised: 0 | 1): void {
  const { sku, units } = row
  if (sku === null || row.promised === promised) return
  const before = to.promises.get(sku)
  const now = { units: (before?.units ?? 0) + (promised === 1 ? units : -units), seq: entry.seq }
  if (before === undefined) to.promises.insert({ sku, ...now })
  else to.promises.update(now, sku)
  to.onlineOrderLines.update({ promised }, row.online_order, row.line)
}

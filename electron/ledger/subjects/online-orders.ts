import type { FactOf } from '#shared/checkout/fact.ts'
import type { OrderState } from '#shared/marketplace/online.ts'
import { type OnlineOrderStage, type OnlineTask, wantsPieces } from '#shared/marketplace/order.ts'
import type { Entry, Projections } from '../entry.ts'
import { defineTable } from '../table.ts'
import { connectionOf } from './market-connection.ts'
import { letGo, lose, promise } from './promises.ts'

/** An online order and where it stands; what was ordered, lost and sold stays in the journal, where it points. */
export interface OnlineOrderRecord {
  /** The entry that took it. */
  seq: number
  /** `connection order`: platforms number their orders alike. */
  order_key: string
  connection: string
  state: OrderState
  stage: OnlineOrderStage
  /** What a person has to do about it now, and the entry that says so. */
  task: OnlineTask | null
  task_seq: number | null
  lost_seq: number | null
  sold_seq: number | null
  /** The entry that had it cancelled by us. */
  cancel_seq: number | null
  /** A person settled it another way. */
  closed_seq: number | null
  /** Its buyer is kept no more. */
  forgotten_seq: number | null
}

export const onlineOrdersTable = defineTable<OnlineOrderRecord>({
  name: 'online_orders',
  columns: [
    'seq',
    'order_key',
    'connection',
    'state',
    'stage',
    'task',
    'task_seq',
    'lost_seq',
    'sold_seq',
    'cancel_seq',
    'closed_seq',
    'forgotten_seq',
  ],
  key: ['seq'],
  alternate: 'order_key',
})

export const orderKey = (connection: string, order: string): string => `${connection} ${order}`

const noTask = { task: null, task_seq: null } as const

/** @throws when it was taken before, or wants nothing any more */
export function onlineOrderTaken(
  to: Projections,
  entry: Entry,
  { order, state, kind }: FactOf<'onlineOrderTaken'> | FactOf<'onlineOrderOdd'>,
): void {
  const connection = connectionOf(to)
  const order_key = orderKey(connection, order.id)
  if (to.onlineOrders.by(order_key) !== undefined) throw new Error(`order ${order.id} was taken before`)
  if (!wantsPieces(state)) throw new Error(`order ${order.id} is ${state} already`)
  const odd = kind === 'onlineOrderOdd'
  const { seq } = entry
  to.onlineOrders.insert({
    seq,
    order_key,
    connection,
    state,
    stage: 'open',
    ...(odd ? { task: 'odd', task_seq: seq } : noTask),
    lost_seq: null,
    sold_seq: null,
    cancel_seq: null,
    closed_seq: null,
    forgotten_seq: null,
  })
  let line = 0
  for (const { sku, units } of order.lines) {
    line += 1
    to.onlineOrderLines.insert({ online_order: seq, line, sku, units, lost: 0, promised: 0 })
  }
  promise(to, entry, seq)
}

/**
 * Cancelled or refunded before its sale it is over, and its task with it; after its sale it is a task. One that the platform
 * cancelled by itself and that is paid after all is open again.
 */
export function onlineOrderMoved(to: Projections, entry: Entry, fact: FactOf<'onlineOrderMoved'>): void {
  const order = onlineOrderOf(to, fact.order)
  const { state } = fact
  const before = order.state
  to.onlineOrders.update({ state }, order.seq)
  if (order.stage === 'cancelled') {
    const byItself = order.cancel_seq === null && order.closed_seq === null
    if (byItself && wantsPieces(state)) openAgain(to, entry, order)
  } else if (isUndone(state)) {
    if (order.stage === 'open') ended(to, entry, order)
    else if (!isUndone(before)) returned(to, entry, order)
  }
}

const isUndone = (state: OrderState): boolean => state === 'cancelled' || state === 'refunded'

/** @throws when it is not open, has a task, or was never promised what it lost */
export function onlineOrderLost(
  to: Projections,
  entry: Entry,
  { order: id, lost }: FactOf<'onlineOrderLost'>,
): void {
  const order = onlineOrderOf(to, id)
  if (order.stage !== 'open' || order.task !== null || order.lost_seq !== null)
    throw new Error(`order ${id} cannot lose anything as it stands`)
  if (lost.length === 0) throw new Error(`order ${id} lost nothing`)
  for (const { sku } of lost)
    if (!lose(to, entry, order.seq, sku)) throw new Error(`order ${id} was not promised ${sku}`)
  to.onlineOrders.update({ task: 'lost', task_seq: entry.seq, lost_seq: entry.seq }, order.seq)
}

/** @throws when it is not open, has a task, or the ticket is not that of its sale */
export function onlineOrderSold(
  to: Projections,
  entry: Entry,
  sale: number,
  fact: FactOf<'onlineOrderSold'>,
): void {
  const order = onlineOrderOf(to, fact.order)
  if (order.stage !== 'open' || order.task !== null)
    throw new Error(`order ${fact.order} cannot be sold as it stands`)
  if (to.sales.get(sale)?.ticket !== fact.ticket)
    throw new Error(`ticket ${fact.ticket} is not that of order ${fact.order}`)
  letGo(to, entry, order.seq)
  to.onlineOrders.update({ stage: 'sold', sold_seq: entry.seq }, order.seq)
}

/** @throws when it is not open, or was asked before */
export function onlineCancelAsked(to: Projections, entry: Entry, fact: FactOf<'onlineCancelAsked'>): void {
  const order = onlineOrderOf(to, fact.order)
  if (order.stage !== 'open' || order.cancel_seq !== null)
    throw new Error(`order ${fact.order} cannot be cancelled as it stands`)
  to.onlineOrders.update({ cancel_seq: entry.seq }, order.seq)
}

/** The platform may have said so already, and the goods may have left meanwhile. @throws when nobody asked for it */
export function onlineOrderCancelled(
  to: Projections,
  entry: Entry,
  fact: FactOf<'onlineOrderCancelled'>,
): void {
  const order = onlineOrderOf(to, fact.order)
  if (order.cancel_seq === null) throw new Error(`nobody asked to cancel order ${fact.order}`)
  const before = order.state
  if (!isUndone(before)) to.onlineOrders.update({ state: 'cancelled' }, order.seq)
  if (order.stage === 'open') ended(to, entry, order)
  else if (order.stage === 'sold' && !isUndone(before)) returned(to, entry, order)
}

/** @throws when it has no such task */
export function onlineTaskClosed(to: Projections, entry: Entry, fact: FactOf<'onlineTaskClosed'>): void {
  const order = onlineOrderOf(to, fact.order)
  if (order.task !== fact.task) throw new Error(`order ${fact.order} has no task ${fact.task}`)
  to.onlineOrders.update({ ...noTask, closed_seq: entry.seq }, order.seq)
  if (order.stage === 'open') ended(to, entry, order)
}

/** @throws when the buyer was forgotten before */
export function buyerForgotten(to: Projections, entry: Entry, fact: FactOf<'buyerForgotten'>): void {
  const order = onlineOrderOf(to, fact.order)
  if (order.forgotten_seq !== null) throw new Error(`the buyer of order ${fact.order} is forgotten already`)
  to.onlineOrders.update({ forgotten_seq: entry.seq }, order.seq)
}

function ended(to: Projections, entry: Entry, { seq }: OnlineOrderRecord): void {
  letGo(to, entry, seq)
  to.onlineOrders.update({ stage: 'cancelled', ...noTask }, seq)
}

function returned(to: Projections, entry: Entry, { seq }: OnlineOrderRecord): void {
  to.onlineOrders.update({ task: 'returned', task_seq: entry.seq }, seq)
}

/** What it lost is lost still. */
function openAgain(to: Projections, entry: Entry, { seq, lost_seq }: OnlineOrderRecord): void {
  promise(to, entry, seq)
  const task = lost_seq === null ? noTask : ({ task: 'lost', task_seq: entry.seq } as const)
  to.onlineOrders.update({ stage: 'open', ...task }, seq)
}

/** Of the marketplace connected now; one of an earlier marketplace goes by its whole key. @throws when there is none */
function onlineOrderOf(to: Projections, id: string): OnlineOrderRecord {
  const order = to.onlineOrders.by(orderKey(connectionOf(to), id)) ?? to.onlineOrders.by(id)
  if (order === undefined) throw new Error(`no online order ${id} in the ledger`)
  return order
}

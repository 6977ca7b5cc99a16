import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newStockTally, tallyStock } from '#shared/books/stock-tally.ts'
import type { Ticket } from '#shared/cart/ticket.ts'
import { listingStates } from '#shared/contract/marketplace.ts'
import type { TicketNumber, TillId } from '#shared/kernel/ids.ts'
import type { OrderState } from '#shared/marketplace/online.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { dirham } from '#shared/money/amount.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { countedItem, type MarketDesk, marketDesk, uniqueItem } from '#test/harness/ledger-market.ts'
import { verifyLedger } from './verify/verify.ts'
import type { Ledger } from './write-ledger.ts'

const items = [countedItem(0), countedItem(1), uniqueItem(0), uniqueItem(1), uniqueItem(2)]
const skus = items.map(({ sku }) => sku)

/** A step of a random week; `pick` and `other` choose among what is there. */
interface Step {
  readonly does: keyof typeof steps
  readonly pick: number
  readonly other: number
}

interface Week {
  readonly ledger: Ledger
  readonly desk: MarketDesk
  readonly orders: OnlineOrderId[]
  readonly tickets: Ticket[]
  /** Counts as these steps alone make them. */
  readonly shelf: Map<string, number>
}

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T
const states: readonly OrderState[] = ['placed', 'paid', 'handedOver', 'shipped', 'cancelled', 'refunded']

/** A piece that another till has sold is not on the shelf, whatever our own ticket does. */
function move({ shelf, ledger }: Pick<Week, 'shelf' | 'ledger'>, ticket: Ticket): void {
  const sign = ticket.kind === 'sale' ? 1 : -1
  for (const { sku, quantity } of ticket.lines)
    if (ledger.soldElsewhere(sku) === null) shelf.set(sku, (shelf.get(sku) ?? 0) - sign * quantity)
}

const steps = {
  choose: ({ desk }: Week, { pick, other }: Step) => desk.choose([at(skus, pick)], other % 3 > 0),
  list: ({ desk }: Week, { pick }: Step) => desk.list(at(skus, pick)),
  hide: ({ desk }: Week, { pick }: Step) => desk.say({ kind: 'pieceHidden', sku: at(skus, pick) }),
  refuse: ({ desk }: Week, { pick }: Step) =>
    desk.say({ kind: 'listingRefused', sku: at(skus, pick), trouble: { code: 'refused', text: '' } }),
  load({ desk, shelf, ledger }: Week, { pick, other }: Step) {
    const item = at(items, pick)
    const stock = item.unique ? (ledger.stockOf(item.sku) ?? 1) : other % 50
    desk.say({ kind: 'catalogueLoaded', items: [{ ...item, stock, price: dirham(1_000 + (other % 3)) }] })
    shelf.set(item.sku, stock)
  },
  connect: ({ desk }: Week, { pick }: Step) => desk.connect(`connection-${1 + (pick % 2)}`),
  take({ desk, orders }: Week, { pick, other }: Step) {
    const wanted = [at(skus, pick), at(skus, other)]
    orders.push(desk.take(wanted, { state: other % 2 === 0 ? 'paid' : 'placed', units: 1 + (pick % 2) }))
  },
  takeOne: ({ desk, orders }: Week, { pick }: Step) => orders.push(desk.take([at(skus.slice(2), pick)])),
  odd: ({ desk, orders }: Week, { pick }: Step) => orders.push(desk.odd([at(skus, pick), null])),
  move: ({ desk, orders }: Week, { pick, other }: Step) => desk.move(at(orders, pick), at(states, other)),
  lose: ({ desk }: Week) => desk.lose(),
  sell(one: Week, { pick }: Step) {
    const { desk, tickets, ledger } = one
    const item = at(items, pick)
    if (ledger.pieceIsSold(item.sku)) return
    const ticket = desk.sell([item])
    tickets.push(ticket)
    move(one, ticket)
  },
  sellOrder(one: Week, { pick }: Step) {
    const { desk, orders, ledger } = one
    const order = at(orders, pick)
    const lines = ledger.findOnlineOrder(order)?.order.lines ?? []
    if (lines.some(({ sku }) => sku !== null && ledger.pieceIsSold(sku))) return
    move(one, desk.sellOrder(order))
  },
  giveBack(one: Week) {
    const ticket = one.tickets.shift()
    if (ticket !== undefined) move(one, one.desk.giveBack(ticket))
  },
  askToCancel: ({ desk, orders }: Week, { pick }: Step) => desk.askToCancel(at(orders, pick)),
  cancelled: ({ desk, orders }: Week, { pick }: Step) =>
    desk.say({ kind: 'onlineOrderCancelled', order: at(orders, pick) }),
  close({ desk, ledger }: Week, { pick }: Step) {
    const row = at(ledger.onlineTasks(), pick)
    if (row?.task) desk.say({ kind: 'onlineTaskClosed', order: row.order.id, task: row.task.kind, note: '' })
  },
  forget: ({ desk, orders }: Week, { pick }: Step) =>
    desk.say({ kind: 'buyerForgotten', order: at(orders, pick) }),
  counts({ desk, shelf }: Week, { pick, other }: Step) {
    const { sku } = at(items.slice(0, 2), pick)
    desk.say({ kind: 'shopStockTaken', counts: [{ sku, count: other % 60 }], sold: [], back: [] })
    shelf.set(sku, other % 60)
  },
  elsewhere({ desk, shelf, ledger }: Week, { pick, other }: Step) {
    const { sku } = at(items.slice(2), pick)
    if (ledger.soldElsewhere(sku) !== null) {
      desk.say({ kind: 'shopStockTaken', counts: [], sold: [], back: [sku] })
      shelf.set(sku, 1)
      return
    }
    const ours = ledger.ownTicketOf(sku)
    const ticket = { till: 'other-till' as TillId, number: (1 + (other % 90)) as TicketNumber }
    desk.say({ kind: 'shopStockTaken', counts: [], sold: [{ sku, ticket, ours }], back: [] })
    shelf.set(sku, 0)
  },
}

const names = Object.keys(steps) as (keyof typeof steps)[]
const often = ['take', 'takeOne', 'sell', 'sellOrder', 'lose', 'list', 'choose'] as const
const week = fc.array(
  fc.record<Step>({ does: fc.constantFrom(...names, ...often, ...often), pick: fc.nat(), other: fc.nat() }),
  { minLength: 20, maxLength: 70 },
)

/** What cannot follow is refused whole: it leaves the ledger as it was. */
function live(one: Week, step: Step): void {
  const head = one.ledger.head()
  try {
    steps[step.does](one, step)
  } catch {
    expect(one.ledger.head()).toEqual(head)
  }
}

function checkPromises(ledger: Ledger): void {
  const promised = new Map<string, number>()
  for (const { order, task } of ledger.openOnlineOrders())
    for (const { sku, units } of order.lines) {
      if (sku === null || task?.lost.some((lost) => lost.sku === sku)) continue
      promised.set(sku, (promised.get(sku) ?? 0) + units)
    }
  for (const sku of skus) expect(ledger.promisedUnits(sku)).toBe(promised.get(sku) ?? 0)
}

/** Books add up the same shelf from facts alone. */
function checkShelf({ ledger, shelf }: Week): void {
  const books = newStockTally()
  for (const { fact } of ledger.entriesAfter(0)) tallyStock(books, fact)
  for (const sku of skus) {
    expect(ledger.stockOf(sku)).toBe(shelf.get(sku))
    expect(books.counts.get(sku)).toBe(shelf.get(sku))
  }
}

function checkListings(ledger: Ledger): void {
  for (const state of listingStates) {
    const found = skus.filter((sku) => (ledger.findListing(sku)?.state ?? 'off') === state)
    const shown = ledger.listListings({ state, text: '', limit: 99, offset: 0 })
    expect(shown.filter((sku) => skus.includes(sku))).toEqual(found.toSorted())
    expect(ledger.listingCounts()[state]).toBe(shown.length)
  }
}

/** What is lost is lost once, and whoever is left has a piece of their own. */
function checkLosses({ ledger, desk }: Week): void {
  desk.lose()
  expect(ledger.ordersToLose()).toEqual([])
  const keepers = ledger.openOnlineOrders().filter((row) => row.task === null && !row.cancelAsked)
  for (const { sku } of items.filter(({ unique }) => unique)) {
    const wanting = keepers.filter(({ order }) => order.lines.some((line) => line.sku === sku))
    expect(wanting.length).toBeLessThanOrEqual(ledger.soldBy(sku) === null ? 1 : 0)
  }
  const lost = [...ledger.entriesAfter(0)].flatMap(({ fact }) =>
    fact.kind === 'onlineOrderLost' ? [fact.order] : [],
  )
  expect(new Set(lost).size).toBe(lost.length)
}

test('whatever happens, the tables are those of the journal, and what is promised, counted and lost is true', () => {
  fc.assert(
    fc.property(week, (lived) => {
      const folder = testFolder()
      const ledger = testLedger(folder)
      const one: Week = {
        ledger,
        desk: marketDesk(ledger),
        orders: [],
        tickets: [],
        shelf: new Map(items.map(({ sku, stock }) => [sku, stock])),
      }
      one.desk.say({ kind: 'catalogueLoaded', items: [...items, countedItem(2)] })
      one.desk.connect()
      one.desk.giveBack(one.desk.sell([countedItem(2)]))
      for (const step of lived) live(one, step)
      checkShelf(one)
      checkPromises(ledger)
      checkListings(ledger)
      checkLosses(one)
      // Buyers were forgotten by facts alone: that they are still there is what a check of them must find.
      const problems = verifyLedger(folder).problems.filter(({ table }) => table !== 'buyers')
      expect(problems).toEqual([])
      ledger.close()
    }),
    { numRuns: 15 },
  )
}, 120_000)

import { itemSha256 } from '#electron/ledger/item-sha256.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import type { Ticket } from '#shared/cart/ticket.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Forward } from '#shared/checkout/effect.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { ShiftId, Sku, TicketNumber, TillId } from '#shared/kernel/ids.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import type { OnlineBuyer, OrderState } from '#shared/marketplace/online.ts'
import type { OnlineOrderId, TakenOrder, TillTicket } from '#shared/marketplace/order.ts'
import { dirham } from '#shared/money/amount.ts'
import { refundFacts, saleFacts } from './ledger-facts.ts'
import { stoppedClock } from './ledger-folder.ts'
import { demoItem } from './made-up-shop.ts'

/** Of the made-up shop's items every fifth is one of a kind, and there is one of it. */
export const uniqueItem = (n: number): CatalogueItem => demoItem(n * 5 + 4)
export const countedItem = (n: number): CatalogueItem => demoItem(n * 5)

export const onlineBuyer: OnlineBuyer = {
  name: 'Ingrid Holm',
  email: 'ingrid@example.se',
  language: 'sv-SE',
  address: 'Storgatan 1, Lund',
  country: 'SE',
}

/** An order of so many units of each. */
export function takenOrder(
  id: string,
  lines: readonly { readonly sku: Sku | null; readonly units: number }[],
): TakenOrder {
  const priced = lines.map((line) => ({ ...line, name: line.sku ?? 'something', price: dirham(10_000) }))
  const goods = priced.reduce((sum, { units, price }) => sum + units * price, 0)
  return {
    id: id as OnlineOrderId,
    number: `#${id}`,
    placedAt: stoppedClock.now(),
    lines: priced,
    shipping: dirham(5_000),
    total: dirham(goods + 5_000),
    delivery: 'ship',
    language: onlineBuyer.language,
    country: onlineBuyer.country,
  }
}

export interface OrderWanted {
  /** Default `paid`. */
  readonly state?: OrderState
  /** Default: the next one of this desk. */
  readonly id?: string
  /** Units of each; default 1. */
  readonly units?: number
}

/** A marketplace and a counter on one ledger, one short step at a time. */
export interface MarketDesk {
  say(...facts: readonly Fact[]): void
  connect(connection?: string): void
  choose(skus: readonly Sku[], online?: boolean): void
  /** Online as the catalogue has it now. */
  list(sku: Sku): void
  /** With its buyer, and a message for each of its items. */
  take(skus: readonly (Sku | null)[], wanted?: OrderWanted): OnlineOrderId
  odd(skus: readonly (Sku | null)[], wanted?: OrderWanted): OnlineOrderId
  move(order: OnlineOrderId, state: OrderState): void
  /** What the ledger says is lost, written down. */
  lose(): readonly OnlineOrderId[]
  /** At the counter, in the shift that is open or a new one. */
  sell(items: readonly CatalogueItem[]): Ticket
  /** An order, as its goods leave. */
  sellOrder(order: OnlineOrderId): Ticket
  giveBack(ticket: Ticket, line?: number): Ticket
  askToCancel(order: OnlineOrderId): void
}

/** @param from numbers before it are taken: by an earlier desk on the same ledger, or its history */
export function marketDesk(ledger: Ledger, at: Stamp = stoppedClock.now(), from = 0): MarketDesk {
  let orders = from
  let sales = from
  const append = (facts: readonly Fact[], forwards: readonly Forward[] = []): void =>
    void ledger.append(facts, 'amina', at, forwards)

  const orderOf = (skus: readonly (Sku | null)[], { id, units = 1 }: OrderWanted): TakenOrder => {
    orders += 1
    return takenOrder(
      id ?? `order-${orders}`,
      skus.map((sku) => ({ sku, units })),
    )
  }
  const takeAs = (kind: 'onlineOrderTaken' | 'onlineOrderOdd', order: TakenOrder, state: OrderState) => {
    const oddity = { because: 'otherCurrency', text: 'EUR 150.00' } as const
    const fact: Fact =
      kind === 'onlineOrderTaken' ? { kind, order, state } : { kind, order, state, ...oddity }
    const skus = new Set(order.lines.flatMap(({ sku }) => sku ?? []))
    const forwards = [...skus].map(
      (sku): Forward => ({
        destination: 'marketplace',
        key: `differs:${order.id}:${sku}`,
        body: { type: 'stockDiffers', sku },
      }),
    )
    ledger.append([fact], 'till', at, forwards, { buyers: [{ order: order.id, buyer: onlineBuyer }] })
    return order.id
  }
  const shift = (): { readonly shiftId: ShiftId; readonly businessDay: string } => {
    const open = ledger.openShift()
    if (open !== null) return open
    const shiftId = `market-shift-${sales}` as ShiftId
    append([{ kind: 'shiftOpened', shiftId, businessDay: '2026-11-27', cashier: 'amina', float: dirham(0) }])
    return { shiftId, businessDay: '2026-11-27' }
  }
  const saleOf = (items: readonly CatalogueItem[], tender: 'cash' | 'online') => {
    sales += 1
    const number = ledger.nextTicketNumber()
    return saleFacts({ n: 1_000_000 + sales, number, ...shift(), items, tender, terminalSequence: 1 })
  }
  const itemsOf = (order: TakenOrder): readonly CatalogueItem[] =>
    order.lines.flatMap(({ sku, units }) => {
      const item = sku === null ? null : ledger.findItem(sku)
      return item === null ? [] : Array.from({ length: units }, () => item)
    })

  return {
    say: (...facts) => append(facts),
    connect: (connection = 'connection-1') =>
      append([{ kind: 'marketplaceConnected', connection, platform: 'medusa', shop: 'Dar Zarbia' }]),
    choose: (skus, online = true) => append([{ kind: 'listingChosen', skus, online }]),
    list(sku) {
      const item = ledger.findItem(sku)
      if (item === null) throw new Error(`${sku} is not in the catalogue`)
      const ref = { product: `p-${sku}`, variant: `v-${sku}`, stockItem: '', location: 'shop' }
      append([{ kind: 'pieceListed', sku, ref, sha256: itemSha256(item) }])
    },
    take: (skus, wanted = {}) => takeAs('onlineOrderTaken', orderOf(skus, wanted), wanted.state ?? 'paid'),
    odd: (skus, wanted = {}) => takeAs('onlineOrderOdd', orderOf(skus, wanted), wanted.state ?? 'paid'),
    move: (order, state) => append([{ kind: 'onlineOrderMoved', order, state }]),
    lose() {
      const found = ledger.ordersToLose()
      for (const { order, lost } of found) append([{ kind: 'onlineOrderLost', order, lost }])
      return found.map(({ order }) => order)
    },
    sell(items) {
      const sale = saleOf(items, 'cash')
      for (const { facts, forwards } of sale.steps) append(facts, forwards)
      return sale.ticket
    },
    sellOrder(order) {
      const row = ledger.findOnlineOrder(order)
      if (row === null) throw new Error(`there is no order ${order}`)
      const { steps, saleId, ticket } = saleOf(itemsOf(row.order), 'online')
      const facts = steps.flatMap((step) => step.facts)
      const forwards = steps.flatMap((step) => step.forwards)
      const move = { to: 'handedOver' } as const
      const moved: Forward = {
        destination: 'marketplace',
        key: `move:${saleId}`,
        body: { type: 'moveOrder', order, move },
      }
      append(
        [...facts, { kind: 'onlineOrderSold', order, saleId, ticket: ticket.number, move }],
        [moved, ...forwards],
      )
      return ticket
    },
    giveBack(ticket, line = 1) {
      sales += 1
      const { shiftId } = shift()
      const number = ledger.nextTicketNumber()
      const refund = refundFacts(1_000_000 + sales, number, shiftId, ticket, line)
      append(refund.facts, refund.forwards)
      return refund.ticket
    },
    askToCancel: (order) =>
      append(
        [{ kind: 'onlineCancelAsked', order, reason: 'It was sold in the shop.' }],
        [
          {
            destination: 'marketplace',
            key: `cancel:${order}`,
            body: { type: 'cancelOrder', order, reason: 'It was sold in the shop.' },
          },
        ],
      ),
  }
}

export const otherTicket: TillTicket = { till: 'other-till' as TillId, number: 12 as TicketNumber }

/** Listings and orders in every state, told counts, a hold and cursors, on a ledger with the made-up shop's items. */
export function liveOnMarket(ledger: Ledger, from = 5_000): void {
  const desk = marketDesk(ledger, stoppedClock.now(), from)
  const items = Array.from({ length: 15 }, (_, n) => demoItem(500 + n))
  const skus = items.map(({ sku }) => sku)
  const [first, second, third, fourth] = skus as [Sku, Sku, Sku, Sku]
  desk.say({ kind: 'catalogueLoaded', items })
  desk.connect()
  desk.choose(skus.slice(0, 5))
  for (const sku of [first, second, third]) desk.list(sku)
  desk.say(
    { kind: 'listingRefused', sku: fourth, trouble: { code: 'notAllowed', text: 'no' } },
    { kind: 'listingChosen', skus: [third], online: false },
    { kind: 'pieceHidden', sku: third },
  )
  desk.say({ kind: 'catalogueLoaded', items: [{ ...(items[1] as CatalogueItem), price: dirham(12_300) }] })
  const [waits, sold, cancelled, returned] = [1, 2, 3, 4].map(() => desk.take([first, second]))
  if (!waits || !sold || !cancelled || !returned) throw new Error('four orders')
  desk.odd([first, null])
  desk.sellOrder(sold)
  desk.askToCancel(cancelled)
  desk.say({ kind: 'onlineOrderCancelled', order: cancelled })
  desk.sellOrder(returned)
  desk.move(returned, 'refunded')
  loseOne(desk, items)
  ledger.append([{ kind: 'buyerForgotten', order: sold }], 'amina', stoppedClock.now(), [], {
    buyersForgotten: [sold],
  })
  const unique = items.filter((item) => item.unique)
  desk.say({
    kind: 'shopStockTaken',
    counts: [{ sku: first, count: 3 }],
    sold: unique.slice(1).map(({ sku }) => ({ sku, ticket: otherTicket, ours: null })),
    back: [],
  })
  const at = stoppedClock.now()
  ledger.market.keepTold(
    'connection-1',
    [first, second].map((sku) => ({ sku, count: 2, version: ledger.stockVersion(sku), at })),
  )
  ledger.market.keepOrdersCursor('connection-1', 'c-7')
  ledger.market.keepShopCursor('shop', 's-7')
}

/** An order for a piece that a visitor buys meanwhile. */
function loseOne(desk: MarketDesk, items: readonly CatalogueItem[]): void {
  const piece = items.find(({ unique }) => unique)
  if (piece === undefined) throw new Error('there is a piece among them')
  desk.take([piece.sku])
  desk.sell([piece])
  if (desk.lose().length !== 1) throw new Error('the order has lost its piece')
}

import type fc from 'fast-check'
import type { Claim } from '#shared/checkout/step.ts'
import type { Sku, TillId } from '#shared/kernel/ids.ts'
import type { RefusalCode } from '#shared/kernel/refusal.ts'
import type { OnlineOrderId, TakenOrder } from '#shared/marketplace/order.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Counter } from '../counter.ts'
import { takenOrder } from '../fixtures.ts'
import { type Model, type OrderName, onlineOrders, type RugWord } from '../model.ts'
import { expectSame } from './compare.ts'

type Command = fc.Command<Model, Counter>
const idOf = (name: OrderName): OnlineOrderId => `order-${name}` as OnlineOrderId

function taken(name: OrderName): TakenOrder {
  const { lines, shipping } = onlineOrders[name]
  return takenOrder(
    idOf(name),
    lines.map(({ sku, quantity, price }) => ({
      sku: sku === '@online' ? null : (sku as Sku),
      name: sku,
      units: quantity,
      price: dirham(price),
    })),
    { shipping: dirham(shipping) },
  )
}

/** The marketplace tells of an order, or where it stands now. */
export class Hear implements Command {
  readonly name: OrderName
  readonly state: 'placed' | 'paid' | 'cancelled'
  constructor(name: OrderName, state: Hear['state']) {
    this.name = name
    this.state = state
  }
  check = (model: Readonly<Model>): boolean => {
    const known = model.orders.get(this.name)
    return known === undefined ? this.state !== 'cancelled' : known === 'placed' || known === 'paid'
  }
  run(model: Model, counter: Counter): void {
    const { name, state } = this
    counter.hear(
      model.orders.has(name)
        ? { kind: 'onlineOrderMoved', order: idOf(name), state }
        : { kind: 'onlineOrderTaken', order: taken(name), state },
    )
    model.orders.set(name, state)
    expectSame(model, counter, null, null)
  }
  toString = (): string => `order ${this.name} is ${this.state}`
}

/** A piece it promised is found gone. */
export class Lose implements Command {
  readonly name: OrderName
  constructor(name: OrderName) {
    this.name = name
  }
  check = (model: Readonly<Model>): boolean => model.orders.get(this.name) === 'paid'
  run(model: Model, counter: Counter): void {
    counter.hear({ kind: 'onlineOrderLost', order: idOf(this.name), lost: [] })
    model.orders.set(this.name, 'lost')
    expectSame(model, counter, null, null)
  }
  toString = (): string => `order ${this.name} has lost a piece`
}

const notOpen = {
  placed: 'orderUnpaid',
  paid: null,
  lost: 'orderHasTask',
  cancelled: 'orderEnded',
  sold: 'orderEnded',
} as const satisfies Record<string, RefusalCode | null>

export class SellOrder implements Command {
  readonly name: OrderName
  constructor(name: OrderName) {
    this.name = name
  }
  check = (): boolean => true
  private expected(model: Model): RefusalCode | null {
    const barred = model.barred({ noSale: true })
    if (barred !== null) return barred
    const stands = model.orders.get(this.name)
    if (stands === undefined) return 'unknownOrder'
    const refusal = notOpen[stands]
    if (refusal !== null) return refusal
    for (const { sku } of onlineOrders[this.name].lines)
      if (sku === 'RUG' && (model.pieceSold.has(sku) || model.inCarts(sku))) return 'alreadySold'
    model.sellOrder(this.name)
    return null
  }
  run(model: Model, counter: Counter): void {
    const expected = this.expected(model)
    const order = idOf(this.name)
    const actual = counter.command({ type: 'sellOnlineOrder', order, move: { to: 'handedOver' } })
    expectSame(model, counter, expected, actual)
  }
  toString = (): string => `sell order ${this.name}`
}

/** An order that goes all the way: by chance alone few are paid before they are sold. */
export class OrderGoes implements Command {
  readonly name: OrderName
  constructor(name: OrderName) {
    this.name = name
  }
  check = (model: Readonly<Model>): boolean => !model.orders.has(this.name)
  run(model: Model, counter: Counter): void {
    new Hear(this.name, 'paid').run(model, counter)
    new SellOrder(this.name).run(model, counter)
  }
  toString = (): string => `order ${this.name} comes in and goes out`
}

const claims: Readonly<Record<NonNullable<RugWord>, Claim>> = {
  own: { standing: 'own' },
  risk: { standing: 'risk', because: 'silent' },
  order: { standing: 'elsewhere', at: { place: 'order', order: '1001' } },
  till: { standing: 'elsewhere', at: { place: 'till', till: 'till-2' as TillId } },
  sold: { standing: 'elsewhere', at: { place: 'sold' } },
}

/** What will be said of the rug when it is asked for. */
export class WordOfRug implements Command {
  readonly word: RugWord
  constructor(word: RugWord) {
    this.word = word
  }
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    model.rugWord = this.word
    if (this.word === null) counter.claims.delete('RUG')
    else counter.claims.set('RUG', claims[this.word])
    expectSame(model, counter, null, null)
  }
  toString = (): string => `the rug is ${this.word ?? 'nobody else’s'}`
}

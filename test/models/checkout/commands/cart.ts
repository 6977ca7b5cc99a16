import type fc from 'fast-check'
import type { RefusalCode } from '#shared/kernel/refusal.ts'
import type { Counter } from '../counter.ts'
import { type Model, type ShelfSku, shelf } from '../model.ts'
import { agree, scan } from '../shop.ts'
import { expectSame } from './compare.ts'

type Command = fc.Command<Model, Counter>
const cartChange = { sale: true, settled: true, frozen: true } as const

export class Scan implements Command {
  readonly sku: ShelfSku | 'NOPE'
  readonly quantity: number
  constructor(sku: ShelfSku | 'NOPE', quantity: number) {
    this.sku = sku
    this.quantity = quantity
  }
  check = (): boolean => true
  private expected(model: Model): RefusalCode | null {
    const barred = model.barred({ settled: true, frozen: true })
    if (barred !== null) return barred
    if (this.sku === 'NOPE') return 'unknownItem'
    const { unique } = shelf[this.sku]
    if (unique && (model.pieceSold.has(this.sku) || model.inCarts(this.sku))) return 'alreadySold'
    if (unique && model.rugWord === 'order') return 'claimedOnline'
    if (unique && model.rugWord === 'till') return 'claimedAtTill'
    if (unique && (this.quantity > 1 || model.rugWord === 'sold')) return 'alreadySold'
    const atRisk = unique && model.rugWord === 'risk'
    model.sale ??= { lines: [], paid: 0, tenders: [], charge: null }
    const known = model.sale.lines.find((line) => line.sku === this.sku && !line.agreed)
    if (known === undefined) {
      const price = shelf[this.sku].posted
      model.sale.lines.push({ sku: this.sku, quantity: this.quantity, price, agreed: false, atRisk })
    } else known.quantity += this.quantity
    return null
  }
  run(model: Model, counter: Counter): void {
    const expected = this.expected(model)
    expectSame(model, counter, expected, scan(counter, this.sku, this.quantity))
  }
  toString = (): string => `scan ${this.quantity} × ${this.sku}`
}

export class Agree implements Command {
  readonly line: number
  /** Of the posted price, in percent. */
  readonly percent: number
  readonly manager: string | null
  constructor(line: number, percent: number, manager: string | null) {
    this.line = line
    this.percent = percent
    this.manager = manager
  }
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    const line = model.sale?.lines[this.line - 1]
    const unit = Math.trunc(((line === undefined ? 100 : shelf[line.sku].posted) * this.percent) / 100)
    let expected = model.barred(cartChange)
    if (expected === null) {
      if (line === undefined) expected = 'unknownLine'
      else if (unit < shelf[line.sku].floor && this.manager === null) expected = 'belowFloor'
      else if (unit > shelf[line.sku].posted) expected = 'abovePosted'
      else {
        line.price = unit
        line.agreed = true
      }
    }
    expectSame(model, counter, expected, agree(counter, this.line, unit, this.manager))
  }
  toString = (): string => `agree line ${this.line} at ${this.percent} % (${this.manager ?? 'alone'})`
}

export class Remove implements Command {
  readonly line: number
  constructor(line: number) {
    this.line = line
  }
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    let expected = model.barred(cartChange)
    if (expected === null && model.sale?.lines[this.line - 1] === undefined) expected = 'unknownLine'
    if (expected === null) model.sale?.lines.splice(this.line - 1, 1)
    expectSame(model, counter, expected, counter.command({ type: 'removeLine', line: this.line }))
  }
  toString = (): string => `remove line ${this.line}`
}

export class Cancel implements Command {
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    const expected = model.barred(cartChange)
    if (expected === null) model.sale = null
    expectSame(model, counter, expected, counter.command({ type: 'cancelSale' }))
  }
  toString = (): string => 'cancel'
}

export class Park implements Command {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    const expected = model.barred(cartChange)
    if (expected === null && model.sale !== null) {
      model.parked.push({ name: this.name, sale: model.sale })
      model.sale = null
    }
    expectSame(model, counter, expected, counter.command({ type: 'park', name: this.name }))
  }
  toString = (): string => `park ${this.name}`
}

export class Resume implements Command {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    let expected = model.barred({ noSale: true })
    const at = model.parked.findLastIndex((parked) => parked.name === this.name)
    if (expected === null && at < 0) expected = 'unknownParked'
    if (expected === null) model.sale = model.parked.splice(at, 1)[0]?.sale ?? null
    expectSame(model, counter, expected, counter.command({ type: 'resume', name: this.name }))
  }
  toString = (): string => `resume ${this.name}`
}

import type fc from 'fast-check'
import { expect } from 'vitest'
import type { RefusalCode } from '#shared/kernel/refusal.ts'
import type { Counter } from '../counter.ts'
import { ceiling, type Model, nearestStep } from '../model.ts'
import { payCard, payCash, view } from '../shop.ts'
import { expectSame } from './compare.ts'

type Command = fc.Command<Model, Counter>
const payment = { sale: true, settled: true } as const

export class PayCash implements Command {
  readonly given: number
  constructor(given: number) {
    this.given = given
  }
  check = (): boolean => true
  private expected(model: Model): RefusalCode | null {
    const barred = model.barred(payment)
    if (barred !== null) return barred
    const rest = model.due()
    if (rest <= 0) return 'nothingToPay'
    if (model.total() >= ceiling) return 'cashCeiling'
    const rounded = nearestStep(rest)
    // The notes played here are whole dirhams, so what covers the rest covers its rounding.
    const kept = this.given >= rounded ? rounded : this.given
    const rounding = this.given >= rounded ? rounded - rest : 0
    model.cash += kept
    model.take('cash', kept, rounding)
    return null
  }
  run(model: Model, counter: Counter): void {
    const expected = this.expected(model)
    expectSame(model, counter, expected, payCash(counter, this.given))
  }
  toString = (): string => `pay ${this.given} in cash`
}

export class PayCard implements Command {
  readonly amount: number | null
  constructor(amount: number | null) {
    this.amount = amount
  }
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    const rest = model.due()
    const amount = this.amount ?? rest
    let expected = model.barred(payment)
    if (expected === null && rest <= 0) expected = 'nothingToPay'
    if (expected === null && amount > rest) expected = 'exceedsDue'
    if (expected === null && model.sale !== null) model.sale.charge = { amount, unknown: false, heard: false }
    expectSame(model, counter, expected, payCard(counter, this.amount))
  }
  toString = (): string => `pay ${this.amount ?? 'the rest'} by card`
}

/** Shows the code of what is due on the visitor's screen: it moves nothing, and the next move takes it off again. */
export class ShowQr implements Command {
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    let expected = model.barred(payment)
    if (expected === null && model.due() <= 0) expected = 'nothingToPay'
    const before = counter.facts.length
    expectSame(model, counter, expected, counter.command({ type: 'showQr', amount: null }))
    expect(counter.facts).toHaveLength(before)
    if (expected === null) expect(view(counter).sale?.qr?.amount).toBe(model.due())
  }
  toString = (): string => 'show the QR'
}

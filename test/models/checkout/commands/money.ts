import type fc from 'fast-check'
import type { RefusalCode } from '#shared/kernel/refusal.ts'
import type { Counter } from '../counter.ts'
import { ceiling, type Model, nearestStep, shelf } from '../model.ts'
import { answer, payCard, payCash, refund, resolve, results } from '../shop.ts'
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
    model.take(kept, rounding)
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
    if (expected === null && model.sale !== null) model.sale.charge = { amount, unknown: false }
    expectSame(model, counter, expected, payCard(counter, this.amount))
  }
  toString = (): string => `pay ${this.amount ?? 'the rest'} by card`
}

/** The money of the charge is in (`approved`) or is not (`declined`). */
function settle(model: Model, approved: boolean): void {
  if (model.sale?.charge == null) throw new Error('the model settled nothing')
  const { amount } = model.sale.charge
  model.sale.charge = null
  if (!approved) return
  model.card += amount
  model.take(amount)
}

export class TerminalSays implements Command {
  readonly word: 'approved' | 'declined' | 'silent' | 'unconfirmed'
  constructor(word: TerminalSays['word']) {
    this.word = word
  }
  /** A terminal speaks only of a charge it was given. */
  check = (model: Readonly<Model>): boolean => model.sale?.charge != null
  run(model: Model, counter: Counter): void {
    if (this.word === 'approved' || this.word === 'declined') settle(model, this.word === 'approved')
    else if (model.sale?.charge != null) model.sale.charge.unknown = true
    expectSame(model, counter, null, answer(counter, results[this.word]))
  }
  toString = (): string => `terminal: ${this.word}`
}

export class Sign implements Command {
  readonly outcome: 'approved' | 'declined'
  constructor(outcome: Sign['outcome']) {
    this.outcome = outcome
  }
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    let expected = model.barred({ sale: true })
    if (expected === null && model.sale?.charge?.unknown !== true) expected = 'nothingToResolve'
    if (expected === null) settle(model, this.outcome === 'approved')
    expectSame(model, counter, expected, resolve(counter, this.outcome))
  }
  toString = (): string => `sign ${this.outcome}`
}

export class Refund implements Command {
  readonly ticket: number
  readonly line: number
  readonly quantity: number
  readonly tender: 'cash' | 'card'
  constructor(ticket: number, line: number, quantity: number, tender: Refund['tender']) {
    this.ticket = ticket
    this.line = line
    this.quantity = quantity
    this.tender = tender
  }
  check = (): boolean => true
  private expected(model: Model): RefusalCode | null {
    const barred = model.barred({ noSale: true })
    if (barred !== null) return barred
    const ticket = model.tickets[this.ticket - 1]
    if (ticket === undefined || ticket.kind === 'refund') return 'unknownTicket'
    const line = ticket.lines[this.line - 1]
    if (line === undefined) return 'unknownLine'
    const back = (ticket.back.get(this.line) ?? 0) + this.quantity
    if (back > line.quantity) return 'overRefund'
    const gross = line.price * this.quantity
    if (this.tender === 'cash' && gross >= ceiling) return 'cashCeiling'
    if (this.tender === 'cash') model.cash -= nearestStep(gross)
    else model.card -= gross
    ticket.back.set(this.line, back)
    if (shelf[line.sku].unique) model.pieceSold.delete(line.sku)
    model.tickets.push({ kind: 'refund', gross, lines: [], back: new Map() })
    return null
  }
  run(model: Model, counter: Counter): void {
    const expected = this.expected(model)
    const actual = refund(counter, this.ticket, this.line, this.quantity, this.tender)
    expectSame(model, counter, expected, actual)
  }
  toString = (): string =>
    `refund ${this.quantity} of ticket ${this.ticket} line ${this.line} in ${this.tender}`
}

import type fc from 'fast-check'
import type { RefusalCode } from '#shared/kernel/refusal.ts'
import type { Counter } from '../counter.ts'
import { type Model, nearestStep } from '../model.ts'
import { refund } from '../shop.ts'
import { expectSame } from './compare.ts'

type Command = fc.Command<Model, Counter>

export class Refund implements Command {
  readonly ticket: number
  readonly line: number
  readonly quantity: number
  readonly tender: 'cash' | 'card' | 'online'
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
    if ((ticket.back.get(this.line) ?? 0) + this.quantity > line.quantity) return 'overRefund'
    const amount = line.price * this.quantity
    const units = new Map([[this.line, this.quantity]])
    if (this.tender === 'card' && (model.terminal.canRefund || model.terminal.byHand)) {
      const of = { ticket, units }
      model.errand = { purpose: 'giveBack', amount, unknown: false, heard: false, of }
      return null
    }
    if (this.tender === 'online' && !ticket.tenders.includes('online')) return 'badInput'
    if (this.tender === 'cash') model.cash -= nearestStep(amount)
    else if (this.tender === 'card') model.card -= amount
    else model.online -= amount
    model.giveBack(ticket, units)
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

export class Void implements Command {
  readonly ticket: number
  constructor(ticket: number) {
    this.ticket = ticket
  }
  check = (): boolean => true
  private expected(model: Model): RefusalCode | null {
    const barred = model.barred({ noSale: true })
    if (barred !== null) return barred
    const ticket = model.tickets[this.ticket - 1]
    if (ticket === undefined || ticket.kind === 'refund') return 'unknownTicket'
    const onOneCard = ticket.tenders.length === 1 && ticket.tenders[0] === 'card'
    if (!onOneCard || ticket.shift !== model.shift || ticket.back.size > 0 || !model.terminal.canVoid)
      return 'notVoidable'
    const units = new Map(ticket.lines.map(({ quantity }, index) => [index + 1, quantity]))
    const of = { ticket, units }
    model.errand = { purpose: 'giveBack', amount: ticket.gross, unknown: false, heard: false, of }
    return null
  }
  run(model: Model, counter: Counter): void {
    const expected = this.expected(model)
    const actual = counter.command({ type: 'voidTicket', ticket: this.ticket as never })
    expectSame(model, counter, expected, actual)
  }
  toString = (): string => `void ticket ${this.ticket}`
}

export class Test implements Command {
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    let expected = model.barred({ noSale: true })
    if (expected === null && model.terminal.byHand) expected = 'notTestable'
    if (expected === null)
      model.errand = { purpose: 'test', amount: 100, unknown: false, heard: false, of: null }
    expectSame(model, counter, expected, counter.command({ type: 'testTerminal' }))
  }
  toString = (): string => 'test the terminal'
}

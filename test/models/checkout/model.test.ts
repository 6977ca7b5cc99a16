import fc from 'fast-check'
import { test } from 'vitest'
import { Agree, Cancel, Park, Remove, Resume, Scan } from './commands/cart.ts'
import { Refund, Test, Void } from './commands/giving-back.ts'
import { PayCard, PayCash, ShowQr } from './commands/money.ts'
import { OrderGoes } from './commands/online.ts'
import {
  AnswerPrint,
  Certificate,
  ExportForm,
  ForgetVisitor,
  Invoice,
  Print,
  PrinterSays,
  VoidForm,
} from './commands/papers.ts'
import { Close, Open, PowerCut } from './commands/shift.ts'
import { Sign, Stop, TerminalSays } from './commands/terminal.ts'
import { Visit } from './commands/visit.ts'
import { expectDaysAsModelled } from './modelled-days.ts'

const sku = fc.constantFrom('SOAP', 'SOAP', 'PLATE', 'RUG', 'LAMP', 'NOPE')
const line = fc.integer({ min: 1, max: 3 })
// Few days get further than the third ticket; the fourth is the one that is not there.
const ticket = fc.integer({ min: 1, max: 4 })
const quantity = fc.integer({ min: 1, max: 3 })
const name = fc.constantFrom('hat', 'scarf')
const outcome = fc.constantFrom('approved', 'declined')
const order = fc.constantFrom('A', 'B', 'C')
/** Whole dirhams: the coins there are. */
const notes = fc.constantFrom(100, 1100, 2000, 5000, 20_000, 100_000)

const commands = [
  fc.tuple(sku, quantity).map(([of, units]) => new Scan(of, units)),
  fc.tuple(sku, quantity).map(([of, units]) => new Scan(of, units)),
  fc
    .tuple(line, fc.integer({ min: 60, max: 105 }), fc.constantFrom(null, 'omar'))
    .map(([of, percent, manager]) => new Agree(of, percent, manager)),
  line.map((of) => new Remove(of)),
  fc.constant(new Cancel()),
  name.map((as) => new Park(as)),
  name.map((as) => new Resume(as)),
  notes.map((given) => new PayCash(given)),
  notes.map((given) => new PayCash(given)),
  fc.option(fc.integer({ min: 1, max: 20_000 })).map((amount) => new PayCard(amount)),
  fc.constantFrom('approved', 'declined', 'silent', 'unconfirmed').map((word) => new TerminalSays(word)),
  fc.constantFrom('approved', 'declined', 'silent', 'unconfirmed').map((word) => new TerminalSays(word)),
  fc.tuple(outcome, fc.boolean()).map(([signed, withSlip]) => new Sign(signed, withSlip)),
  fc.constant(new Stop()),
  ticket.map((of) => new Void(of)),
  fc.constant(new Test()),
  fc.constant(new ShowQr()),
  fc
    .tuple(ticket, line, quantity, fc.constantFrom('cash', 'card', 'online'))
    .map(([of, at, units, tender]) => new Refund(of, at, units, tender)),
  fc
    .constantFrom(['LAMP'] as const, ['LAMP', 'RUG'] as const, ['SOAP'] as const)
    .map((all) => new Visit(all)),
  fc.constantFrom(['LAMP'] as const, ['RUG', 'LAMP'] as const).map((all) => new Visit(all)),
  order.map((of) => new OrderGoes(of)),
  ticket.map((of) => new Invoice(of)),
  ticket.map((of) => new ExportForm(of)),
  ticket.map((of) => new ExportForm(of)),
  fc.integer({ min: 1, max: 3 }).map((form) => new VoidForm(form)),
  fc.integer({ min: 1, max: 3 }).map((form) => new ForgetVisitor(form)),
  fc.tuple(ticket, line).map(([of, at]) => new Certificate(of, at)),
  fc.constantFrom(1, 2).map((at) => new Certificate(1, at)),
  ticket.map((of) => new Print(of)),
  fc.constantFrom('done', 'notStarted', 'unknown').map((end) => new PrinterSays(end)),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('again', 'leave'))
    .map(([job, answer]) => new AnswerPrint(job, answer)),
  fc.constant(new Open()),
  fc.constant(new Close()),
  fc.constant(new PowerCut()),
]

test('any day at the counter goes as the naive model says, and is sound in the evening', () => {
  expectDaysAsModelled(commands, { numRuns: 300 })
})

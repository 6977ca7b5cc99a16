import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayTotals } from '#shared/books/day-totals.ts'
import { dirham } from '#shared/money/amount.ts'
import { formatData } from '#shared/money/format.ts'
import { Agree, Cancel, Park, Remove, Resume, Scan } from './commands/cart.ts'
import { Refund, Test, Void } from './commands/giving-back.ts'
import { PayCard, PayCash, ShowQr } from './commands/money.ts'
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
import { abilities } from './counter.ts'
import { item, merchantQr } from './fixtures.ts'
import { expectSound } from './invariants.ts'
import { ceiling, Model, shelf, step } from './model.ts'
import { openCounter } from './shop.ts'

const sku = fc.constantFrom('SOAP', 'SOAP', 'PLATE', 'RUG', 'LAMP', 'NOPE')
const line = fc.integer({ min: 1, max: 3 })
// Few days get further than the third ticket; the fourth is the one that is not there.
const ticket = fc.integer({ min: 1, max: 4 })
const quantity = fc.integer({ min: 1, max: 3 })
const name = fc.constantFrom('hat', 'scarf')
const outcome = fc.constantFrom('approved', 'declined')
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
    .tuple(ticket, line, quantity, fc.constantFrom('cash', 'card'))
    .map(([of, at, units, tender]) => new Refund(of, at, units, tender)),
  fc
    .constantFrom(['LAMP'] as const, ['LAMP', 'RUG'] as const, ['SOAP'] as const)
    .map((all) => new Visit(all)),
  fc.constantFrom(['LAMP'] as const, ['RUG', 'LAMP'] as const).map((all) => new Visit(all)),
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

/** Worked by hand it can do what the person at it can; otherwise what its protocol has. */
const terminal = fc.oneof(
  fc.record({ canRefund: fc.boolean(), canVoid: fc.boolean(), byHand: fc.constant(false) }),
  fc.constant({ canRefund: false, canVoid: false, byHand: true }),
)

test('any day at the counter goes as the naive model says, and is sound in the evening', () => {
  const items = Object.entries(shelf).map(([of, { posted, floor, unique }]) =>
    item(of, posted, { floor: dirham(floor), unique, vat: unique ? 'exempt' : '20' }),
  )
  fc.assert(
    fc.property(terminal, fc.commands(commands, { maxCommands: 60, size: 'max' }), (can, day) => {
      const counter = openCounter(
        {
          cashRounding: dirham(step),
          cashCeiling: dirham(ceiling),
          merchantQr,
          exportForms: { operator: '' },
        },
        items,
      )
      counter.terminal = { ...abilities, ...can, canAsk: !can.byHand }
      const model = new Model(can)
      model.open()
      fc.modelRun(() => ({ model, real: counter }), day)
      expectSound(counter)
      const totals = dayTotals(counter.facts)
      expect(totals.grandTotal).toBe(formatData(dirham(model.grandTotal())))
      const sold = model.tickets.filter((ticket) => ticket.kind === 'sale').length
      expect([totals.tickets, totals.refunds]).toEqual([sold, model.tickets.length - sold])
      const standing = model.standing === 0 ? undefined : formatData(dirham(model.standing * 100))
      expect(totals.standingTests).toBe(standing)
    }),
    { numRuns: 300 },
  )
})

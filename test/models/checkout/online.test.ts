import fc from 'fast-check'
import { test } from 'vitest'
import { Cancel, Park, Remove, Resume, Scan } from './commands/cart.ts'
import { Refund } from './commands/giving-back.ts'
import { PayCard, PayCash } from './commands/money.ts'
import { Hear, Lose, OrderGoes, SellOrder, WordOfRug } from './commands/online.ts'
import { Close, Open, PowerCut } from './commands/shift.ts'
import { TerminalSays } from './commands/terminal.ts'
import { Visit } from './commands/visit.ts'
import { expectDaysAsModelled } from './modelled-days.ts'

const order = fc.constantFrom('A', 'B', 'C')
const ticket = fc.integer({ min: 1, max: 4 })
const line = fc.integer({ min: 1, max: 3 })
const back = fc.constantFrom('cash', 'online', 'online')

/** The same rug in the shop and on the marketplace, and everything that can come of it at the counter. */
const commands = [
  fc.constantFrom(null, 'own', 'risk', 'risk', 'order', 'till', 'sold').map((word) => new WordOfRug(word)),
  fc.constant(new Scan('RUG', 1)),
  fc.constant(new Scan('RUG', 1)),
  fc.constant(new Scan('SOAP', 2)),
  line.map((of) => new Remove(of)),
  fc.constant(new Cancel()),
  fc.constant(new Park('hat')),
  fc.constant(new Resume('hat')),
  fc.constant(new PayCash(100_000)),
  fc.constant(new PayCard(null)),
  fc.constantFrom('approved', 'approved', 'declined', 'silent').map((word) => new TerminalSays(word)),
  fc.constant(new Visit(['RUG'])),
  fc.tuple(order, fc.constantFrom('placed', 'paid', 'cancelled')).map(([of, state]) => new Hear(of, state)),
  order.map((of) => new Hear(of, 'paid')),
  order.map((of) => new Lose(of)),
  order.map((of) => new SellOrder(of)),
  order.map((of) => new SellOrder(of)),
  order.map((of) => new OrderGoes(of)),
  fc.tuple(ticket, line, back).map(([of, at, tender]) => new Refund(of, at, 1, tender)),
  fc.tuple(ticket, line, back).map(([of, at, tender]) => new Refund(of, at, 1, tender)),
  fc.constant(new Open()),
  fc.constant(new Close()),
  fc.constant(new PowerCut()),
]

test('any day with a marketplace goes as the naive model says: no piece is sold twice, no order for another sum', () => {
  expectDaysAsModelled(commands, { numRuns: 150 })
})

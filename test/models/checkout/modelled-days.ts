import fc from 'fast-check'
import { expect } from 'vitest'
import { dayTotals } from '#shared/books/day-totals.ts'
import { dirham } from '#shared/money/amount.ts'
import { formatData } from '#shared/money/format.ts'
import { abilities, type Counter } from './counter.ts'
import { item, merchantQr } from './fixtures.ts'
import { expectSound } from './invariants.ts'
import { ceiling, Model, shelf, step } from './model.ts'
import { openCounter } from './shop.ts'

/** Worked by hand it can do what the person at it can; otherwise what its protocol has. */
const terminal = fc.oneof(
  fc.record({ canRefund: fc.boolean(), canVoid: fc.boolean(), byHand: fc.constant(false) }),
  fc.constant({ canRefund: false, canVoid: false, byHand: true }),
)

const items = Object.entries(shelf).map(([of, { posted, floor, unique }]) =>
  item(of, posted, { floor: dirham(floor), unique, vat: unique ? 'exempt' : '20' }),
)

const settings = {
  cashRounding: dirham(step),
  cashCeiling: dirham(ceiling),
  merchantQr,
  exportForms: { operator: '' },
}

/** Plays days of these commands against the naive model; in the evening each is sound and its totals are the model's. */
export function expectDaysAsModelled(
  commands: fc.Arbitrary<fc.Command<Model, Counter>>[],
  { numRuns }: { readonly numRuns: number },
): void {
  fc.assert(
    fc.property(terminal, fc.commands(commands, { maxCommands: 60, size: 'max' }), (can, day) => {
      const counter = openCounter(settings, items)
      counter.terminal = { ...abilities, ...can, canAsk: !can.byHand }
      const model = new Model(can)
      model.open()
      fc.modelRun(() => ({ model, real: counter }), day)
      expectSound(counter)
      const totals = dayTotals(counter.facts)
      expect(totals.grandTotal).toBe(formatData(dirham(model.grandTotal())))
      const told = counter.forwards.filter(({ destination }) => destination === 'marketplace')
      expect(totals.outbox.marketplace).toBe(told.length)
      const sold = model.tickets.filter((ticket) => ticket.kind === 'sale').length
      expect([totals.tickets, totals.refunds]).toEqual([sold, model.tickets.length - sold])
      const standing = model.standing === 0 ? undefined : formatData(dirham(model.standing * 100))
      expect(totals.standingTests).toBe(standing)
    }),
    { numRuns },
  )
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  at,
  card,
  cash,
  hash,
  type Name,
  settings,
  ticketLine,
  ticketOf,
} from '#test/fixtures/paper/tickets.ts'
import { codesOf, textsOf } from '#test/harness/paper-text.ts'
import type { Ticket } from '../cart/ticket.ts'
import type { TicketNumber } from '../kernel/ids.ts'
import { type CompanionLanguage, receiptLanguages } from '../kernel/language.ts'
import { dirham } from '../money/amount.ts'
import type { PaperDocument } from './document.ts'
import { receiptDocument } from './receipt.ts'

/** Every figure on the paper with its sign, in no order: what a language must not change. */
const figures = (document: PaperDocument): readonly string[] => {
  const said = [...textsOf(document), ...codesOf(document)].join('\n')
  return (said.match(/-?\d[\d\u00a0,./:]*/g) ?? []).sort()
}

const line = fc.record({
  name: fc.constantFrom<Name>('rug', 'tajine', 'glass', 'lamp', 'fibula'),
  quantity: fc.integer({ min: 1, max: 9999 }),
  posted: fc.integer({ min: 1, max: 5_000_000 }),
  off: fc.integer({ min: 0, max: 100 }),
  vat: fc.constantFrom('20' as const, '10' as const, '0' as const, 'exempt' as const),
})

const ticket: fc.Arbitrary<Ticket> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    refund: fc.boolean(),
    byCard: fc.boolean(),
    over: fc.integer({ min: 0, max: 20_000 }),
    rounding: fc.integer({ min: -5, max: 5 }),
    number: fc.integer({ min: 2, max: 9_999_999 }),
  })
  .map(({ lines, refund, byCard, over, rounding, number }) => {
    const made = lines.map(({ name, quantity, posted, off, vat }, index) =>
      ticketLine(index, name, quantity, posted, {
        vat,
        ...(off === 0 ? {} : { agreed: Math.ceil((posted * (100 - off)) / 100) }),
      }),
    )
    const due = made.reduce((sum, each) => sum + each.gross, 0) + (byCard ? 0 : rounding)
    return ticketOf(made, [byCard ? card(due) : cash(due, due + over)], {
      kind: refund ? 'refund' : 'sale',
      number: number as TicketNumber,
      rounding: dirham(byCard ? 0 : rounding),
      refundOf: refund ? { number: (number - 1) as TicketNumber, lines: made.map((_, i) => i + 1) } : null,
    })
  })

test('every figure of a ticket is the same in all languages, beside either companion', () => {
  fc.assert(
    fc.property(ticket, fc.integer({ min: 0, max: 3 }), (sold, copy) => {
      const paper = (language: Ticket['language'], paperCompanion: CompanionLanguage) =>
        receiptDocument({
          ticket: { ...sold, language },
          at,
          hash,
          settings: { ...settings, paperCompanion, euroRate: 108_000 },
          copy,
          till: 'T1kQ8Zt2',
        })
      const expected = figures(paper('fr', 'ar'))
      expect(expected.length).toBeGreaterThan(20)
      for (const language of receiptLanguages)
        for (const companion of ['ar', 'fr'] as const)
          expect(figures(paper(language, companion)), `${language} beside ${companion}`).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { at, hash, papers, settings, ticketLine, ticketOf } from '#test/fixtures/paper/tickets.ts'
import { codesOf, readable, textsOf, unisolated } from '#test/harness/paper-text.ts'
import { receiptLanguages } from '../kernel/language.ts'
import { giftReceiptDocument } from './gift-receipt.ts'

const basket = [
  ticketLine(1, 'tajine', 2, 18_000),
  ticketLine(2, 'glass', 6, 2_505),
  ticketLine(3, 'rug', 1, 240_000, { vat: 'exempt', agreed: 210_000 }),
]
const gift = (lines: readonly number[] | null, language: (typeof receiptLanguages)[number] = 'fr') =>
  giftReceiptDocument({ ticket: ticketOf(basket, [], { language }), at, hash, lines, settings, copy: 0 })

test('says what, from where and when, and that it is for exchange', () => {
  const text = readable(gift(null))
  expect(text).toContain('TICKET CADEAU')
  expect(text).toMatch(/Ticket n°.*\n128\n/)
  expect(text).toContain('23/11/2026')
  expect(text).toMatch(/Tajine en terre cuite \(grand\)\n× 2\n/)
  expect(text).toContain('Pour échange uniquement')
  expect(text).toContain('3f9a 0c12 7e')
  expect(codesOf(gift(null))).toEqual(['128'])
})

test('takes the lines that are the gift, and no line that is not there', () => {
  const text = readable(gift([2, 9]))
  expect(text).toContain('Verre à thé')
  expect(text).not.toMatch(/Tajine|Tapis/)
})

test('is the same paper whatever was paid: no price is in it, in any language', () => {
  const price = fc.integer({ min: 1, max: 9_999_999 })
  fc.assert(
    fc.property(
      fc.constantFrom(...receiptLanguages),
      price,
      price,
      fc.integer({ min: 1, max: 99 }),
      (language, posted, otherwise, quantity) => {
        const paper = (each: number) => {
          const ticket = ticketOf([ticketLine(1, 'lamp', quantity, each)], [], { language })
          return giftReceiptDocument({ ticket, at, hash, lines: null, settings, copy: 0 })
        }
        expect(paper(posted)).toEqual(paper(otherwise))
        expect(readable(paper(posted))).not.toMatch(/\d,\d|DH|درهم|%/)
        for (const each of textsOf(paper(posted))) expect(unisolated(each)).not.toMatch(/\d/)
      },
    ),
  )
})

test('a copy is a DUPLICATA, and a training till says so at both ends', () => {
  const sample = papers['sale-cash-fr']
  if (sample === undefined) throw new Error('no paper')
  const text = readable(giftReceiptDocument({ ...sample, lines: null, copy: 1, training: true }))
  expect(text).toContain('DUPLICATA 1')
  expect(text.match(/FORMATION/g)).toHaveLength(2)
})

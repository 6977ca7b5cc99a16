import { expect, test } from 'vitest'
import { sum } from '#shared/money/amount.ts'
import { basket, invoice } from '#test/fixtures/paper/document-papers.ts'
import { settings, ticketLine, ticketOf } from '#test/fixtures/paper/tickets.ts'
import { readable, textsOf, unisolated } from '#test/harness/paper-text.ts'
import { invoiceDocument } from './invoice.ts'

const text = readable(invoiceDocument(invoice()))

test.each([
  ['1 seller', ['Dar Zellij', 'دار الزليج', '12, derb Sidi Bouloukat, Marrakech', 'ICE 001525713000085']],
  ['2 tax numbers', ['IF 15248973', 'TP 45301872']],
  ['3 date of the operation', ["Date de l'opération  تاريخ العملية\n23/11/2026"]],
  ['4 buyer', ['Riad Yasmine SARL', '209, rue Diour Saboune, Marrakech Médina', '002314567000031']],
  [
    '5 price, quantity, nature',
    [
      '1. Tajine en terre cuite (grand) (TVA 20 %)  طاجين من الفخار (كبير)',
      '2 × 180,00\n300,00\n60,00\n360,00',
    ],
  ],
  ['6 VAT by rate', ['20 %\n2 412,50\n482,50\n2 895,00', '10 %\n273,27\n27,33\n300,60']],
  ['6 or why there is none', ['exonéré\n3 800,00\n-\n3 800,00', 'Exonéré de TVA, art. 91 du CGI']],
  ['7 mode and references of payment', ['Espèces', '995,60', 'Carte MASTERCARD', 'Autorisation 804213']],
  ['8 its number, and the ticket it bills', ['F-2026-000123', 'Ticket de caisse n°  تذكرة الصندوق رقم\n128']],
  ['the sum in words', ['six mille neuf cent quatre-vingt-quinze dirhams et soixante centimes.']],
  ['the sum in Arabic words', ['ستة آلاف وتسعمائة وخمسة وتسعون درهما وستون سنتيما.']],
])('it says what CGI art. 145-III asks for: %s', (_, parts) => {
  for (const part of parts) expect(text).toContain(part)
})

test('what the law asks of the shop and nobody told the till is a dotted line', () => {
  const shop = { ...settings.shop, ice: '', taxId: '', patente: '' }
  const bare = readable(invoiceDocument(invoice({ settings: { ...settings, shop } })))
  for (const name of ['ICE', 'IF', 'TP']) expect(bare).toContain(`${name}\n....`)
  expect(text).not.toContain('....')
})

test('a buyer without ICE is not asked for it on paper', () => {
  const without = readable(invoiceDocument(invoice({ buyer: { name: 'Riad', address: 'Fès', ice: '' } })))
  expect(without.match(/ICE/g)).toHaveLength(1)
})

test('a copy has the same number and says which copy it is', () => {
  const copy = readable(invoiceDocument(invoice({ copy: 2 })))
  expect(copy).toContain('DUPLICATA 2')
  expect(copy).toContain('F-2026-000123')
  expect(text).not.toContain('DUPLICATA')
})

test('the VAT of the lines adds up to the ticket’s, also where a centime is left over', () => {
  const third = (index: number) => ticketLine(index, 'glass', 1, 1)
  const paper = readable(invoiceDocument(invoice({ ticket: ticketOf([third(1), third(2), third(3)], []) })))
  const line = (vat: string, net: string) => `1 × 0,01\n${net}\n${vat}\n0,01`
  expect(paper).toContain(line('0,01', '0,00'))
  expect(paper.split(line('0,00', '0,01'))).toHaveLength(3)
  expect(paper).toContain('20 %\n0,02\n0,01\n0,03')
})

test('cash that was rounded is said to be', () => {
  const ticket = ticketOf(basket, [], { rounding: -4 as never })
  const paper = readable(invoiceDocument(invoice({ ticket })))
  const gross = sum(basket.map((line) => line.gross))
  expect(gross).toBe(699_560)
  expect(paper).toContain('-0,04')
  expect(paper).toContain('6 995,56')
})

test('no amount, date or number can be moved by the Arabic beside it', () => {
  for (const outside of textsOf(invoiceDocument(invoice({ copy: 1, training: true }))).map(unisolated))
    expect(outside.replace(/\b91\b/, '')).not.toMatch(/\d/)
})

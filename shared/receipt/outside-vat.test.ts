import { describe, expect, test } from 'vitest'
import { at, cash, hash, settings, ticketLine, ticketOf } from '#test/fixtures/paper/tickets.ts'
import { readable, textsOf, unisolated } from '#test/harness/paper-text.ts'
import { issueSaleTicket } from '../cart/issue-ticket.ts'
import type { CartLine } from '../cart/line.ts'
import type { Ticket } from '../cart/ticket.ts'
import { receiptLanguages } from '../kernel/language.ts'
import { dirham, zero } from '../money/amount.ts'
import type { TaxSettings } from '../tax/regime.ts'
import { taxInForce } from '../tax/tax-in-force.ts'
import { invoiceDocument } from './invoice.ts'
import { receiptDocument } from './receipt.ts'

const day = '2026-11-23'
const lamp = ticketLine(1, 'lamp', 2, 18_000)
const rug = ticketLine(2, 'rug', 1, 240_000, { vat: 'exempt' })
const dates: CartLine = { ...ticketLine(3, 'glass', 1, 5_000, { vat: 'exempt' }), exemption: 'dates' }
const vase: CartLine = {
  ...ticketLine(4, 'tajine', 1, 30_000),
  owner: { owner: 'Fatima', sharePpm: 800_000, role: 'agent' },
}
const book = ticketLine(5, 'fibula', 1, 2_110, { vat: '5.5' })

const under = (
  country: TaxSettings['country'],
  regime: TaxSettings['regimes'][number]['regime'],
  way: TaxSettings['duty'][number]['way'] = 'off',
): TaxSettings => ({ country, regimes: [{ from: day, regime }], duty: [{ from: day, way }] })

function sold(lines: readonly CartLine[], tax: TaxSettings | undefined, duty = 0): Ticket {
  const total = lines.reduce((sum, { posted, quantity }) => sum + posted * quantity, 0)
  const { number, saleId, shiftId, cashier, language } = ticketOf([], [])
  const head = { number, saleId, shiftId, cashier, language, businessDay: day }
  const paid = { lines, tenders: [cash(total + duty)], rounding: zero, duty: dirham(duty) }
  return issueSaleTicket(head, paid, taxInForce(tax, day))
}

const receipt = (ticket: Ticket) => receiptDocument({ ticket, at, hash, settings, copy: 0 })
const buyer = { name: 'Riad Sud', address: 'Marrakech', ice: '' }
const invoice = (ticket: Ticket) => invoiceDocument({ number: 1, at, buyer, ticket, settings, copy: 0 })
const papersOf = (ticket: Ticket) => [readable(receipt(ticket)), readable(invoice(ticket))]

describe('of a shop that is liable', () => {
  test('each reason of an exemption stands once, with its article', () => {
    for (const text of papersOf(sold([lamp, rug, dates, rug], under('MA', 'liable')))) {
      expect(text.match(/Tapis d'origine artisanale de production locale/g)).toHaveLength(1)
      expect(text).toContain('art. 91-I-C-4° du CGI')
      expect(text).toContain('المادة 91-I-C-4° من المدونة')
      expect(text).toContain(
        'Dattes conditionnées produites au Maroc, exonération de TVA, art. 91-I-A du CGI',
      )
      expect(text).toContain('TVA 20 %')
    }
  })

  test('what is sold in a maker’s name says so, beside its own sum, and is called exempt nowhere', () => {
    const text = readable(receipt(sold([lamp, vase], under('MA', 'liable'))))
    expect(text).toContain('(Vendu au nom de Fatima)')
    expect(text).toMatch(/Vendu au nom de Fatima {2}بيع باسم\n300,00/)
    expect(text).not.toContain('exonéré')
    expect(readable(invoice(sold([lamp, vase], under('MA', 'liable'))))).toMatch(
      /Vendu au nom de Fatima.*\n300,00/,
    )
  })
})

describe.each([
  ['MA', 'smallMaker', 'Exonéré de TVA, art. 91-II du CGI'],
  ['MA', 'resellerBelowThreshold', 'TVA non applicable, art. 89-I-2°-b du CGI'],
  ['MA', 'autoEntrepreneur', 'Auto-entrepreneur, TVA non applicable, art. 42 bis du CGI'],
  ['MA', 'cpu', 'Contribution professionnelle unique, art. 41 du CGI, sans TVA facturée'],
  ['MA', 'cooperative', 'Coopérative exonérée de TVA, art. 91-IV du CGI'],
  ['FR', 'franchise', 'TVA non applicable, art. 293 B du CGI'],
] as const)('%s %s', (country, regime, mention) => {
  const ticket = sold([lamp, rug, vase], under(country, regime))

  test('its mention stands in place of VAT (art. 145-III-6°)', () => {
    for (const text of papersOf(ticket)) {
      expect(text).toContain(mention)
      expect(text).not.toMatch(/TVA \d|HT|TTC|Tapis d'origine|exonéré\n|toutes taxes/)
    }
    expect(readable(receipt(ticket))).not.toContain('(exonéré)')
  })

  test('it is said in every language, and no article loses its order', () => {
    for (const language of receiptLanguages)
      for (const text of textsOf(receipt({ ...ticket, language })))
        expect(unisolated(text), text).not.toMatch(/\d{2}|\{law\}/)
  })
})

test('a rate with decimals is written as amounts are', () => {
  const text = readable(receipt(sold([book, lamp], under('FR', 'liable'))))
  expect(text).toContain('(TVA 5,5 %)')
  expect(text).toMatch(/HT 5,5 %.*\n20,00/)
  expect(text).toContain('381,10 EUR')
  expect(text).not.toContain('DH')
  expect(readable(invoice(sold([book], under('FR', 'liable'))))).toContain('21,10 EUR')
})

test('duty that the visitor pays is a row of its own on the way to what is paid', () => {
  for (const text of papersOf(sold([lamp], under('MA', 'liable', 'added'), 90))) {
    expect(text).toMatch(/Droit de timbre.*\n0,90/)
    expect(text).toMatch(/À payer.*\n360,90/)
  }
})

test('duty that the shop pays changes nothing that is paid, and is said once', () => {
  const text = readable(receipt(sold([lamp], under('MA', 'liable', 'absorbed'))))
  expect(text).toMatch(/Timbre à la charge du magasin.*\n0,90/)
  expect(text).not.toContain('À payer')
})

test('a ticket from before regimes were written down reads as it did', () => {
  const old = ticketOf([lamp, rug], [cash(276_000)])
  expect(old).not.toHaveProperty('tax')
  for (const text of papersOf(old)) {
    expect(text).toContain('Exonéré de TVA, art. 91 du CGI')
    expect(text).not.toContain('91-I-C-4°')
  }
})

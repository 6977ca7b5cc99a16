import { expect, test } from 'vitest'
import type { Tender } from '#shared/cart/ticket.ts'
import type { TenderId } from '#shared/kernel/ids.ts'
import {
  type CompanionLanguage,
  receiptLanguages as languages,
  type ReceiptLanguage,
} from '#shared/kernel/language.ts'
import { dirham } from '#shared/money/amount.ts'
import { at, card, cash, hash, papers, settings, ticketLine, ticketOf } from '#test/fixtures/paper/tickets.ts'
import { codesOf, readable, textsOf, unisolated } from '#test/harness/paper-text.ts'
import { receiptWords } from '../i18n/receipt/receipt-words.ts'
import { qrPayload, shortCode } from './code.ts'
import { itemNames } from './item-names.ts'
import { receiptDocument } from './receipt.ts'
import { tonguesOf } from './tongues.ts'

const basket = [
  ticketLine(1, 'tajine', 2, 18_000),
  ticketLine(2, 'glass', 6, 2_505, { vat: '10' }),
  ticketLine(3, 'rug', 1, 240_000, { vat: 'exempt', agreed: 210_000 }),
]
const gross = 261_030
const input = (language: ReceiptLanguage) => ({
  ticket: ticketOf(basket, [cash(gross, 300_000)], { language }),
  at,
  hash,
  settings,
  copy: 0,
})

test('every number with a decimal comma stands inside an isolate', () => {
  for (const each of Object.values(papers))
    for (const text of textsOf(receiptDocument(each))) {
      const outside = unisolated(text)
      expect(outside, text).not.toMatch(/\d[\d\s\u202f]*,\d/)
      // Dates, codes and numbers of every kind too; the article of the law is the only bare number.
      expect(outside.replace(/\b91\b/, ''), text).not.toMatch(/\d{2}/)
    }
})

test('the amounts are the same in every language', () => {
  const amounts = (language: ReceiptLanguage) =>
    (readable(receiptDocument(input(language))).match(/-?\d[\d ]*,\d{2}/g) ?? []).sort()
  const expected = amounts('fr')
  expect(expected).toContain('2 610,30')
  for (const language of languages) expect(amounts(language), language).toEqual(expected)
})

const companions: readonly CompanionLanguage[] = ['ar', 'fr']
const pairs = languages.flatMap((language) => companions.map((companion) => [language, companion] as const))

test.each(pairs)('%s leads, and %s or the other of the two stands beside it', (language, companion) => {
  const { lead, other } = tonguesOf(language, companion)
  expect([lead, other]).toEqual([
    language,
    language === companion ? (language === 'ar' ? 'fr' : 'ar') : companion,
  ])
  const paper = receiptDocument({ ...input(language), settings: { ...settings, paperCompanion: companion } })
  const text = readable(paper)
  expect(paper.language).toBe(language)
  for (const tongue of [lead, other])
    for (const key of ['total', 'cash', 'change', 'thanks', 'exemption'] as const)
      expect(text, `${tongue} ${key}`).toContain(receiptWords[tongue][key])
})

test('a thing is called by the nearest name, and by the companion’s', () => {
  const named = (language: ReceiptLanguage, companion: CompanionLanguage, sku = 'SKU') => {
    const { lead, other } = itemNames({ ar: 'كأس', fr: 'Verre' }, sku, tonguesOf(language, companion))
    return [lead.text, other?.text ?? null].map((text) => text?.replace(/[\u2066-\u2069]/g, '') ?? null)
  }
  expect(named('fr', 'ar')).toEqual(['Verre', 'كأس'])
  expect(named('ar', 'ar')).toEqual(['كأس', 'Verre'])
  expect(named('zh', 'ar')).toEqual(['Verre', 'كأس'])
  expect(named('zh', 'fr')).toEqual(['Verre', null])
  expect(named('zgh', 'ar')).toEqual(['كأس', null])
  expect(named('zgh', 'fr')).toEqual(['كأس', 'Verre'])
  expect(itemNames({}, 'SKU-9', tonguesOf('it')).lead.text).toContain('SKU-9')
  expect(itemNames({ en: 'Cup', fr: ' ' }, 'SKU-9', tonguesOf('fr')).lead.text).toContain('Cup')
})

test('says who sells, and leaves out what the shop left empty', () => {
  const text = readable(receiptDocument(input('fr')))
  for (const part of [
    'Dar Zellij',
    'Marrakech',
    '+212 524 44 55 66',
    'ICE 001525713000085',
    'IF 15248973',
    'TP 45301872',
  ])
    expect(text).toContain(part)
  const bare = { ...settings, shop: { ...settings.shop, cnss: '', ice: '', phone: '' } }
  expect(readable(receiptDocument({ ...input('fr'), settings: bare }))).not.toMatch(/CNSS|ICE|Tél/)
})

test('says what was bargained, by rate what is VAT, and why a part has none', () => {
  const text = readable(receiptDocument(input('fr')))
  expect(text).toContain('1 × 2 100,00 la pce convenu (exonéré)')
  expect(text).toContain('Prix affiché 2 400,00 · remise -300,00')
  expect(text).toMatch(/HT 20 %.*\n300,00\nTVA 20 %.*\n60,00\nTTC 20 %.*\n360,00/)
  expect(text).toMatch(/TVA 10 %.*\n13,66/)
  expect(text).toContain('Exonéré de TVA, art. 91 du CGI')
})

test('shows what was given and the change', () => {
  expect(readable(receiptDocument(input('en')))).toMatch(/Cash.*\n3 000,00\nChange.*\n389,70/)
})

test('shows cash rounding and what is to pay', () => {
  const ticket = ticketOf([ticketLine(1, 'glass', 1, 2_504)], [cash(2_500)], { rounding: dirham(-4) })
  expect(readable(receiptDocument({ ...input('fr'), ticket }))).toMatch(/Arrondi.*\n-0,04\nÀ payer.*\n25,00/)
})

test('of a card shows scheme, last four, authorisation and trace, and the slip left to us', () => {
  const ticket = ticketOf([ticketLine(1, 'lamp', 1, 89_000)], [card(89_000, ['APPROUVE', 'MERCI'])])
  const text = readable(receiptDocument({ ...input('fr'), ticket }))
  expect(text).toContain('Carte MASTERCARD')
  expect(text).toContain('**** 3315')
  expect(text).toContain('Autorisation 804213')
  expect(text).toContain('STAN 000417')
  expect(text).toContain('APPROUVE\nMERCI')
  expect(text).not.toContain('516794')
})

test('a card that a person vouched for has no approval to show', () => {
  const tender = { ...card(89_000), approval: null } as ReturnType<typeof card>
  const ticket = ticketOf([ticketLine(1, 'lamp', 1, 89_000)], [tender])
  const text = readable(receiptDocument({ ...input('fr'), ticket }))
  expect(text).toMatch(/Carte {2}بطاقة\n890,00/)
})

test('a refund says so, names its ticket and counts backwards', () => {
  const paper = papers['refund-fr']
  if (paper === undefined) throw new Error('no refund')
  const text = readable(receiptDocument(paper))
  expect(text).toContain('REMBOURSEMENT')
  expect(text).toMatch(/Pour le ticket n°.*\n128/)
  expect(text).toMatch(/REMBOURSÉ\n-180,00 DH/)
  expect(text).toMatch(/Espèces.*\n-180,00/)
  expect(text).toContain('Signature du client')
  expect(readable(receiptDocument(input('fr')))).not.toContain('Signature')
})

test('names the counter and the shift where it is told', () => {
  expect(readable(receiptDocument({ ...input('fr'), till: 'T1kQ8Zt2-and-more' }))).toMatch(
    /Caisse.*\nT1kQ8Zt2 · shift-7/,
  )
  expect(readable(receiptDocument(input('fr')))).not.toContain('Caisse')
})

test('the QR says the signed text where there is one', () => {
  expect(codesOf(receiptDocument({ ...input('zh'), signedCode: 'HANOUT1:x:1:2:3.SIG' }))).toEqual([
    'HANOUT1:x:1:2:3.SIG',
  ])
  expect(codesOf(receiptDocument(input('zh')))).toEqual([qrPayload(input('zh').ticket, hash, '')])
})

test('a copy is a DUPLICATA with its number, the receipt is none', () => {
  expect(readable(receiptDocument({ ...input('de'), copy: 3 }))).toContain('DUPLICATA 3')
  expect(readable(receiptDocument(input('de')))).not.toContain('DUPLICATA')
})

test('training is marked at both ends, in both languages', () => {
  const text = readable(receiptDocument({ ...input('fr'), training: true }))
  expect(text.match(/FORMATION/g)).toHaveLength(2)
  expect(text.match(/تدريب/g)).toHaveLength(2)
  expect(readable(receiptDocument(input('fr')))).not.toContain('FORMATION')
})

test('euros are shown only where the shop has a rate, rounded half away from zero', () => {
  const withRate = (euroRate: number | null) =>
    readable(receiptDocument({ ...input('en'), settings: { ...settings, euroRate } }))
  expect(withRate(108_000)).toContain('241,69 EUR (for information)')
  expect(withRate(null)).not.toContain('EUR')
})

test('date and offset are the wall clock of the sale', () => {
  expect(readable(receiptDocument(input('fr')))).toContain('23/11/2026 14:05 UTC+01:00')
})

test('the QR is short ASCII that names till, ticket, signed gross and hash', () => {
  const { ticket } = input('fr')
  expect(qrPayload(ticket, hash, 'T1kQ8Zt2-and-more')).toBe('HANOUT1:T1kQ8Zt2:128:261030:3f9a0c127e55d1b0')
  expect(qrPayload({ ...ticket, kind: 'refund' }, hash, 'ت')).toBe('HANOUT1::128:-261030:3f9a0c127e55d1b0')
  const longest = { ...ticket, number: 9_999_999 as typeof ticket.number, gross: dirham(1_000_000_000) }
  expect(qrPayload(longest, hash, 'x'.repeat(40)).length).toBeLessThanOrEqual(60)
  expect(shortCode(hash)).toBe('3f9a 0c12 7e')
})

test.each(languages)('what the marketplace took says so in %s, with the number of the order', (language) => {
  const words = receiptWords[language]
  const online: Tender = {
    kind: 'online',
    tenderId: 'tender-3' as TenderId,
    amount: dirham(gross),
    reference: '#1001',
  }
  const ticket = ticketOf(basket, [online], { language })
  const text = readable(receiptDocument({ ...input(language), ticket }))
  expect(text).toContain(words.online)
  expect(text).toContain('#1001')
  expect(text).not.toContain(words.change)
})

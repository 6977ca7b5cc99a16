import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dirham } from '#shared/money/amount.ts'
import { payoutPeriod, payoutSlip, quietPeriod } from '#test/fixtures/paper/owner-papers.ts'
import { readable, textsOf, unisolated } from '#test/harness/paper-text.ts'
import { percentText } from './owner-lines.ts'
import { payoutSlipDocument } from './payout-slip.ts'

const languages = ['ar', 'fr', 'en'] as const

test('pieces with gross, share and due; what was given; what is left', () => {
  const text = readable(payoutSlipDocument(payoutSlip('fr')))
  for (const part of [
    'Fatima Aït Ouchen',
    '16/11/2026 - 22/11/2026',
    'Tapis Azilal en laine naturelle',
    '121 18/11/2026\n3 800,00\n70 %\n2 660,00',
    '2 × Fibule « tizerzaï » en argent',
    '600,10\n66,6667 %\n400,07',
    '-845,00\n549,25\n-549,25',
    'Dû sur les ventes  الواجب عن المبيعات\n2 510,82',
    '\n300,00',
    '-500,00',
    "Dû à l'artisan  الواجب للصانع\n2 310,82",
    '-1 500,00',
    "Reste dû à l'artisan  الباقي للصانع\n810,82",
    "Signature ou empreinte du pouce de l'artisan",
  ])
    expect(text).toContain(part)
  expect(text).not.toContain("Mouvements d'autres jours")
})

test('what is due beside the days that are listed is a row of its own, so that the slip adds up', () => {
  const text = readable(payoutSlipDocument(payoutSlip('fr', { before: dirham(240_000) })))
  expect(text).toMatch(/Mouvements d'autres jours.*\n89,18/)
})

test('money on account lists no sale; who was given more than is due owes the shop, without a sign', () => {
  const given = {
    what: 'advance',
    period: null,
    before: dirham(0),
    by: 'transfer',
    reference: 'VIR 7',
  } as const
  const text = readable(payoutSlipDocument(payoutSlip('en', given)))
  expect(text).toContain('ADVANCE TO THE ARTISAN')
  expect(text).toContain('Bank transfer')
  expect(text).toContain('VIR 7')
  expect(text).toMatch(/Left to pay the shop.*\n1 500,00/)
  const none = readable(payoutSlipDocument(payoutSlip('en', { period: quietPeriod(0) })))
  expect(none).toContain('Nothing sold in this period')
})

test('of a long list the end is on paper, and how much was before it', () => {
  const text = readable(payoutSlipDocument(payoutSlip('fr', { period: { ...payoutPeriod, earlier: 37 } })))
  expect(text).toMatch(/Lignes plus anciennes, non détaillées.*\n37/)
})

test('a copy says so', () => {
  expect(readable(payoutSlipDocument(payoutSlip('fr', { copy: 2 })))).toMatch(/DUPLICATA.*2/)
})

test.each(languages)('%s: the sums are those of any other language, and none can be moved', (language) => {
  const sums = (text: string) => (text.match(/-?\d[\d ]*,\d{2}/g) ?? []).sort()
  const document = payoutSlipDocument(payoutSlip(language))
  expect(sums(readable(document))).toEqual(sums(readable(payoutSlipDocument(payoutSlip('fr')))))
  for (const outside of textsOf(document).map(unisolated)) expect(outside).not.toMatch(/\d/)
})

test('a share reads back as its millionths', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (ppm) => {
      const [, whole = '', decimals = ''] =
        /^\u2066(\d+)(?:,(\d{1,4}))? %\u2069$/.exec(percentText(ppm)) ?? []
      expect(Number(whole) * 10_000 + Number(decimals.padEnd(4, '0'))).toBe(ppm)
    }),
  )
})

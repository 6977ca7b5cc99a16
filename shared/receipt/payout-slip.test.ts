import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dirham } from '#shared/money/amount.ts'
import { payoutSlip } from '#test/fixtures/paper/document-papers.ts'
import { readable, textsOf, unisolated } from '#test/harness/paper-text.ts'
import { payoutSlipDocument, percentText } from './payout-slip.ts'

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
    '-845,00\n65 %\n-549,25',
    '2 510,82',
    '-500,00',
    '-1 500,00',
    "Reste dû à l'artisan  الباقي للصانع\n510,82",
    "Signature ou empreinte du pouce de l'artisan",
  ])
    expect(text).toContain(part)
})

test('who was given more than is due owes the shop, without a sign', () => {
  const text = readable(payoutSlipDocument(payoutSlip('en', { lines: [], advances: dirham(0) })))
  expect(text).toContain('Nothing sold in this period')
  expect(text).toMatch(/Left to pay the shop.*\n1 500,00/)
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

import { expect, test } from 'vitest'
import { type ActivityInput, activitySheet } from '#shared/receipt/activity-sheet.ts'
import { expectGolden } from '#test/harness/golden.ts'
import { pdfPages } from '#test/harness/pdf-pages.ts'
import { drawSheet } from './draw-sheet.node.ts'

const takings = [
  41_200_00, 38_050_50, 52_300_00, 61_875_25, 74_120_00, 69_900_00, 88_010_00, 121_350_75, 97_400_00,
  66_310_00, 0, 48_275_00,
]
const input: ActivityInput = {
  shop: {
    name: 'Dar Zarbia',
    nameAr: 'دار الزربية',
    address: '12, rue Souika',
    city: 'Rabat',
    phone: '',
    ice: '001234567000089',
    taxId: '12345678',
    patente: '',
    tradeRegister: '12345',
    cnss: '',
  },
  artisan: { name: 'Fatima Aït Ali', registration: 'RNA-2021-004512', place: 'Tissage, Taznakht' },
  months: takings.map((amount, index) => ({
    month: `${index === 0 ? 2025 : 2026}-${String(((index + 11) % 12) + 1).padStart(2, '0')}`,
    sales: Math.round(amount / 350_000),
    takings: amount,
    due: Math.round(amount * 0.6),
    paid: index % 2 === 0 ? Math.round(amount * 0.5) : 0,
  })),
  running: false,
  madeOn: '2026-12-03',
  till: 'T1kQ8Zt2',
  entry: 205_563,
  language: 'fr',
  signed: {
    code: `HANOUTA1:T1kQ8Zt2:3f9a0c127e55d1b0:Fatima%20A%C3%AFt%20Ali:202611:20261203:214:${takings.join('~')}:${takings.join('~')}:TXD9G0C2:${'A'.repeat(86)}`,
    fingerprint: 'TXD9-G0C2-P45B-FNAB',
  },
}

const arabic: ActivityInput = {
  ...input,
  language: 'ar',
  artisan: { name: 'فاطمة آيت علي', registration: 'RNA-2021-004512', place: 'النسيج، تازناخت' },
}

test.each([
  ['fr', input],
  ['ar', arabic],
  ['en', { ...input, language: 'en', artisan: null, signed: null, running: true }],
] as const)('an activity statement in %s, as another program draws it', async (language, of) => {
  const pages = await pdfPages(drawSheet(activitySheet(of), { title: 'A', author: 'Dar Zarbia' }))
  expect(pages).toHaveLength(1)
  expectGolden(
    (await pages[0]?.draw()) ?? new Uint8Array(),
    `test/fixtures/paper/pdf/activity-${language}.png`,
    { tolerance: 60 },
  )
})

import { expect, test } from 'vitest'
import { merchantQr } from '#test/models/checkout/fixtures.ts'
import { dirham } from '../money/amount.ts'
import { roundToStep } from '../money/rounding.ts'
import { settingsSchema } from './command-schema.ts'

const settings = (cashRounding: number, merchantQr?: unknown) => ({
  ...(merchantQr === undefined ? {} : { merchantQr }),
  shop: {
    name: 'Atelier',
    nameAr: '',
    address: '',
    city: '',
    phone: '',
    ice: '',
    taxId: '',
    patente: '',
    tradeRegister: '',
    cnss: '',
  },
  cashRounding,
  cashCeiling: 2_000_000,
  receiptLanguage: 'fr',
  euroRate: null,
})

test.each([0, 5, 10, 25, 100])('cash may be rounded to %i centimes', (step) => {
  expect(settingsSchema.safeParse(settings(step)).success).toBe(true)
})

test.each([101, 5_000, 100_000, -5, 0.5])('a rounding step of %f centimes is refused at the door', (step) => {
  expect(settingsSchema.safeParse(settings(step)).success).toBe(false)
})

test('what such a step would have done: a bill of twenty-four dirhams for nothing', () => {
  expect(roundToStep(dirham(2_400), dirham(5_000))).toBe(0)
})

test('a shop has a payment code or none', () => {
  const codeOf = (code?: unknown) => settingsSchema.parse(settings(10, code)).merchantQr
  expect([codeOf(), codeOf(null)]).toEqual([null, null])
  expect(codeOf(` ${merchantQr}\n`)).toBe(merchantQr)
})

test.each([
  ['a wrong character', merchantQr.replace('ZELLIJ', 'ZELLIK')],
  ['a lost end', merchantQr.slice(0, -1)],
  ['another currency', merchantQr.replace('5303504', '5303978')],
  ['no code at all', ''],
  ['a link', 'https://pay.example/abc'],
  ['too long', `${merchantQr}${'0'.repeat(512)}`],
  ['a number', 5],
])('a payment code with %s is refused at the door', (_what, code) => {
  expect(settingsSchema.safeParse(settings(10, code)).success).toBe(false)
})

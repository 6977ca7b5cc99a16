import { expect, test } from 'vitest'
import { dirham } from '../money/amount.ts'
import { roundToStep } from '../money/rounding.ts'
import { settingsSchema } from './command-schema.ts'

const settings = (cashRounding: number) => ({
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

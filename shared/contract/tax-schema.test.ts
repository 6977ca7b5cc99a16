import { expect, test } from 'vitest'
import { unsetSettings } from '../cart/settings.ts'
import { settingsSchema } from './command-schema.ts'

const settings = (tax: unknown, cashCeiling = 2_000_000) => ({
  ...unsetSettings,
  shop: { ...unsetSettings.shop, name: 'Atelier' },
  cashCeiling,
  tax,
})
const accepted = (tax: unknown, cashCeiling?: number) =>
  settingsSchema.safeParse(settings(tax, cashCeiling)).success

const cpu = { country: 'MA', regimes: [{ from: '2026-12-01', regime: 'cpu' }], duty: [] }

test('how a shop is taxed passes the door whole', () => {
  expect(settingsSchema.parse(settings(cpu)).tax).toEqual(cpu)
  expect(settingsSchema.parse(settings(undefined))).not.toHaveProperty('tax.country')
})

test.each([
  ['a country nobody knows', { ...cpu, country: 'ES' }],
  ['no country', { regimes: [], duty: [] }],
  ['a regime nobody knows', { ...cpu, regimes: [{ from: '2026-12-01', regime: 'none' }] }],
  ['a regime of another country', { ...cpu, regimes: [{ from: '2026-12-01', regime: 'franchise' }] }],
  ['a day that is none', { ...cpu, regimes: [{ from: '2026-11-31', regime: 'cpu' }] }],
  ['a day as people write it', { ...cpu, regimes: [{ from: '01/12/2026', regime: 'cpu' }] }],
  ['days that fall', { ...cpu, duty: ['2026-12-01', '2026-11-01'].map((from) => ({ from, way: 'off' })) }],
  ['a day twice', { ...cpu, duty: ['2026-12-01', '2026-12-01'].map((from) => ({ from, way: 'off' })) }],
  ['a way nobody knows', { ...cpu, duty: [{ from: '2026-12-01', way: 'half' }] }],
  [
    'a duty that France has not',
    { country: 'FR', regimes: [], duty: [{ from: '2026-12-01', way: 'added' }] },
  ],
  [
    'a thousand choices',
    { ...cpu, duty: Array.from({ length: 1000 }, () => ({ from: '2026-12-01', way: 'off' })) },
  ],
  ['a text', 'liable'],
])('%s is refused at the door', (_what, tax) => {
  expect(accepted(tax, 100_000)).toBe(false)
})

test('a limit on cash above the law’s is refused at the door', () => {
  expect([accepted(undefined), accepted(undefined, 2_000_001)]).toEqual([true, false])
  const french = { country: 'FR', regimes: [], duty: [] }
  expect([accepted(french, 300_001), accepted(french)]).toEqual([true, false])
})

import { expect, test } from 'vitest'
import type { TaxSettings } from './regime.ts'
import { mostTaxChoices, taxChanged, taxTrouble } from './tax-change.ts'

const tax = (
  regimes: TaxSettings['regimes'],
  duty: TaxSettings['duty'] = [],
  country: TaxSettings['country'] = 'MA',
): TaxSettings => ({ country, regimes, duty })

test.each<[string, TaxSettings, string | null]>([
  ['nothing chosen', tax([]), null],
  ['one choice', tax([{ from: '2026-01-01', regime: 'cpu' }]), null],
  ['no day of the calendar', tax([{ from: '2026-02-30', regime: 'cpu' }]), 'days'],
  [
    'days that fall',
    tax([
      { from: '2026-02-01', regime: 'cpu' },
      { from: '2026-01-01', regime: 'liable' },
    ]),
    'days',
  ],
  [
    'a day twice',
    tax(
      [],
      [
        { from: '2026-01-01', way: 'off' },
        { from: '2026-01-01', way: 'added' },
      ],
    ),
    'days',
  ],
  ['a regime of another country', tax([{ from: '2026-01-01', regime: 'cpu' }], [], 'FR'), 'regime'],
  ['the French one in Morocco', tax([{ from: '2026-01-01', regime: 'franchise' }]), 'regime'],
  ['a duty that France has not', tax([], [{ from: '2026-01-01', way: 'absorbed' }], 'FR'), 'duty'],
  ['no duty in France', tax([], [{ from: '2026-01-01', way: 'off' }], 'FR'), null],
  [
    'too many',
    tax(Array.from({ length: mostTaxChoices + 1 }, (_, n) => ({ from: `${2000 + n}-01-01`, regime: 'cpu' }))),
    'tooMany',
  ],
])('%s', (_what, settings, trouble) => {
  expect(taxTrouble(settings)).toBe(trouble)
})

const today = '2026-11-27'
const cpu = tax([{ from: '2026-03-01', regime: 'cpu' }])

test.each<[string, TaxSettings | undefined, TaxSettings | undefined, string | null]>([
  ['the same', cpu, cpu, null],
  ['from today', cpu, tax([...cpu.regimes, { from: today, regime: 'liable' }]), null],
  ['from yesterday', cpu, tax([...cpu.regimes, { from: '2026-11-26', regime: 'liable' }]), 'past'],
  ['an older day moved', cpu, tax([{ from: '2026-04-01', regime: 'cpu' }]), 'past'],
  ['an older day forgotten', cpu, undefined, 'past'],
  ['a day written that changes nothing', undefined, tax([{ from: '2020-01-01', regime: 'liable' }]), null],
  ['before all days', undefined, tax([{ from: '0001-01-01', regime: 'cpu' }]), 'past'],
  ['duty from yesterday', cpu, tax(cpu.regimes, [{ from: '2026-11-26', way: 'added' }]), 'past'],
  ['duty from tomorrow', cpu, tax(cpu.regimes, [{ from: '2026-11-28', way: 'added' }]), null],
  ['another country', undefined, tax([], [], 'FR'), 'country'],
  ['the same country, said', undefined, tax([]), null],
])('what tickets stand on: %s', (_what, before, after, changed) => {
  expect(taxChanged(before, after, today)).toBe(changed)
})

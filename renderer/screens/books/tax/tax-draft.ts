import type { ShopSettings } from '#shared/cart/settings.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { dirham } from '#shared/money/amount.ts'
import { rulesOf } from '#shared/tax/countries/countries.ts'
import { inForceOn } from '#shared/tax/countries/country-rules.ts'
import type { CountryCode, DutyWay, RegimeKey, TaxSettings } from '#shared/tax/regime.ts'

interface Dated {
  readonly from: string
}

/** What a shop that chose nothing is under. */
export const unsetTax: TaxSettings = { country: 'MA', regimes: [], duty: [] }

/** The day since which a choice holds; `null`: since the first. */
export const heldSince = (choices: readonly Dated[], today: BusinessDay): BusinessDay | null =>
  inForceOn(choices, today)?.from ?? null

/** Choices that have not begun yet. */
export const planned = <Choice extends Dated>(
  choices: readonly Choice[],
  today: BusinessDay,
): readonly Choice[] => choices.filter(({ from }) => from > today)

/** A choice more, in its place; the one that began on the same day goes. */
function chosen<Choice extends Dated>(choices: readonly Choice[], choice: Choice): readonly Choice[] {
  const others = choices.filter(({ from }) => from !== choice.from)
  return [...others, choice].sort((a, b) => (a.from < b.from ? -1 : 1))
}

export const withRegime = (tax: TaxSettings, from: BusinessDay, regime: RegimeKey): TaxSettings => ({
  ...tax,
  regimes: chosen(tax.regimes, { from, regime }),
})

export const withDuty = (tax: TaxSettings, from: BusinessDay, way: DutyWay): TaxSettings => ({
  ...tax,
  duty: chosen(tax.duty, { from, way }),
})

/** Without what was to begin on a day. */
export const withoutChange = (
  tax: TaxSettings,
  kind: 'regimes' | 'duty',
  from: BusinessDay,
): TaxSettings => ({
  ...tax,
  [kind]: tax[kind].filter((choice) => choice.from !== from),
})

/** The shop in another country: its choices were of the old one, its limit on cash and its rounding may be unknown there. */
export function settingsIn(country: CountryCode, settings: ShopSettings, today: BusinessDay): ShopSettings {
  const rules = rulesOf(country)
  const law = inForceOn(rules.cashCeilings, today)?.ceiling ?? settings.cashCeiling
  return {
    ...settings,
    tax: { country, regimes: [], duty: [] },
    cashCeiling: dirham(Math.min(settings.cashCeiling, law)),
    cashRounding: rules.cashSteps.includes(settings.cashRounding) ? settings.cashRounding : dirham(0),
  }
}

/** The first day of the month after. */
export function nextMonth(today: BusinessDay): BusinessDay {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}

import { isDay } from '../kernel/day-range.ts'
import type { BusinessDay } from '../kernel/stamp.ts'
import { rulesOf } from './countries/countries.ts'
import type { TaxSettings } from './regime.ts'
import { regimeRules, taxInForce } from './tax-in-force.ts'

/** Most choices a shop may have made of a kind. */
export const mostTaxChoices = 100

/**
 * What is wrong with tax settings in themselves. `days`: not days of the calendar, or not ascending. `regime`, `duty`: the
 * country has no such thing.
 */
export type TaxTrouble = 'days' | 'regime' | 'duty' | 'tooMany'

/** @returns `null` where they can be kept */
export function taxTrouble({ country, regimes, duty }: TaxSettings): TaxTrouble | null {
  const rules = rulesOf(country)
  if (regimes.length > mostTaxChoices || duty.length > mostTaxChoices) return 'tooMany'
  if (!ascending(regimes) || !ascending(duty)) return 'days'
  if (regimes.some(({ regime }) => regimeRules(rules, regime) === undefined)) return 'regime'
  return rules.duty.length === 0 && duty.some(({ way }) => way !== 'off') ? 'duty' : null
}

const ascending = (choices: readonly { readonly from: string }[]): boolean =>
  choices.every(({ from }, index) => isDay(from) && (index === 0 || from > (choices[index - 1]?.from ?? '')))

/**
 * What new settings would change that tickets already stand on. `country`: the whole of it. `past`: what held on a day before
 * today. `null`: nothing.
 * @param today the business day that is traded now; from it on everything may change
 */
export function taxChanged(
  before: TaxSettings | undefined,
  after: TaxSettings | undefined,
  today: BusinessDay,
): 'country' | 'past' | null {
  if ((before?.country ?? 'MA') !== (after?.country ?? 'MA')) return 'country'
  const days = [before, after].flatMap((of) => [...(of?.regimes ?? []), ...(of?.duty ?? [])])
  const past = ['', ...days.map(({ from }) => from)].filter((day) => day < today)
  return past.every((day) => sameOn(day, before, after)) ? null : 'past'
}

function sameOn(day: BusinessDay, one: TaxSettings | undefined, other: TaxSettings | undefined): boolean {
  const [a, b] = [taxInForce(one, day), taxInForce(other, day)]
  return a.regime === b.regime && (a.duty?.way ?? 'off') === (b.duty?.way ?? 'off')
}

import type { BusinessDay } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'
import { rulesOf } from './countries/countries.ts'
import { type CountryRules, inForceOn, type RegimeRules } from './countries/country-rules.ts'
import type { CountryCode, DutyWay, RegimeKey, TaxSettings } from './regime.ts'
import type { RateOf } from './vat.ts'
import { namedRates } from './vat-class.ts'

/** Duty on cash receipts, where it is due: who bears it, and how much of what was taken. */
export interface DutyInForce {
  readonly way: Exclude<DutyWay, 'off'>
  readonly perTenThousand: number
}

/** Under which rules a shop sells on one business day. */
export interface TaxInForce {
  readonly country: CountryCode
  readonly rules: CountryRules
  readonly regime: RegimeKey
  /** Whether its tickets carry VAT. */
  readonly liable: boolean
  /** A class that the country does not know has the rate it is named after. */
  readonly rateOf: RateOf
  /** `null`: none is due. */
  readonly duty: DutyInForce | null
  /** Of the law: a ticket of this much or more takes no cash. `null`: no limit. */
  readonly cashCeiling: Dirham | null
}

/**
 * The newest of a shop's choices that has begun holds. Days before its first choice, and a shop that chose nothing, are
 * liable, without duty; where not even a country was chosen, in Morocco.
 */
export function taxInForce(settings: TaxSettings | undefined, day: BusinessDay): TaxInForce {
  const country = settings?.country ?? 'MA'
  const rules = rulesOf(country)
  const regime = regimeOn(settings, day)
  return {
    country,
    rules,
    regime,
    liable: chargesVat(country, regime),
    rateOf: ratesOn(rules, day),
    duty: dutyOn(rules, settings, day),
    cashCeiling: inForceOn(rules.cashCeilings, day)?.ceiling ?? null,
  }
}

const regimeOn = (settings: TaxSettings | undefined, day: BusinessDay): RegimeKey =>
  inForceOn(settings?.regimes ?? [], day)?.regime ?? 'liable'

/** @returns `undefined` where the country has no such regime */
export const regimeRules = (rules: CountryRules, regime: RegimeKey): RegimeRules | undefined =>
  rules.regimes.find(({ key }) => key === regime)

/** Whether tickets under a regime carry VAT. */
export const chargesVat = (country: CountryCode, regime: RegimeKey): boolean =>
  regimeRules(rulesOf(country), regime)?.chargesVat ?? true

/** The rates of a country on a day. */
function ratesOn(rules: CountryRules, day: BusinessDay): RateOf {
  const rates = new Map(
    rules.classes.map(({ vatClass, rates: dated }) => [
      vatClass,
      (inForceOn(dated, day) ?? dated[0])?.rate ?? null,
    ]),
  )
  return (vatClass) => (rates.has(vatClass) ? (rates.get(vatClass) ?? null) : namedRates[vatClass])
}

function dutyOn(
  rules: CountryRules,
  settings: TaxSettings | undefined,
  day: BusinessDay,
): DutyInForce | null {
  const way = inForceOn(settings?.duty ?? [], day)?.way ?? 'off'
  const rule = inForceOn(rules.duty, day)
  return way === 'off' || rule === undefined ? null : { way, perTenThousand: rule.perTenThousand }
}

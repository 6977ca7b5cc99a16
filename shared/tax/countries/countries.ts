import type { CountryCode } from '../regime.ts'
import type { CountryRules } from './country-rules.ts'
import { france } from './france.data.ts'
import { morocco } from './morocco.data.ts'

/** Every country the till knows the rules of. */
const countries: Readonly<Record<CountryCode, CountryRules>> = { MA: morocco, FR: france }

/** The highest limit on cash that ever held in a country, minor units; no limit: infinite. */
export const highestCeiling = (country: CountryCode): number =>
  rulesOf(country).cashCeilings.reduce((highest, { ceiling }) => Math.max(highest, ceiling), 0) ||
  Number.POSITIVE_INFINITY

export const rulesOf = (country: CountryCode): CountryRules => countries[country]

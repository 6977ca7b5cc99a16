/** Whose rules: ISO 3166-1 alpha-2. Another country is another data file. */
export const countryCodes = ['MA', 'FR'] as const
export type CountryCode = (typeof countryCodes)[number]

/** What a shop may be under; which of them a country knows, its data file says. */
export const regimeKeys = [
  // Morocco (CGI art. 87–93, 41, 42 bis).
  'liable',
  'resellerBelowThreshold',
  'smallMaker',
  'autoEntrepreneur',
  'cpu',
  'cooperative',
  // France (CGI art. 293 B).
  'franchise',
] as const
export type RegimeKey = (typeof regimeKeys)[number]

/** Who pays the duty on cash receipts: nobody (not due), the shop out of its own, or the customer on top of the price. */
export const dutyWays = ['off', 'absorbed', 'added'] as const
export type DutyWay = (typeof dutyWays)[number]

/** A shop's own choices, each from a business day on; the newest that has begun holds. Days ascending. */
export interface TaxSettings {
  readonly country: CountryCode
  readonly regimes: readonly { readonly from: string; readonly regime: RegimeKey }[]
  readonly duty: readonly { readonly from: string; readonly way: DutyWay }[]
}

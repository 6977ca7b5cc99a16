/**
 * The class an item is sold under; a country knows some of them, its data file says at which rates. `exempt` is not a
 * rate of zero: it prints its own legal text. In the order tickets and totals list them: by rate descending, exempt last.
 */
export const vatClasses = ['20', '10', '5.5', '2.1', '0', 'exempt'] as const
export type VatClass = (typeof vatClasses)[number]

/** Hundredths of a percent (2000 = 20 %); `null`: outside VAT, which is not a rate of zero. */
export type VatRate = number | null

/** In percent as data writes it: `20`, `5.5`; `exempt` for what is outside VAT. */
export const rateName = (rate: VatRate): string => (rate === null ? 'exempt' : String(rate / 100))

/** What each class is named after: its rate where nothing else is written. */
export const namedRates: Readonly<Record<VatClass, VatRate>> = {
  '20': 2000,
  '10': 1000,
  '5.5': 550,
  '2.1': 210,
  '0': 0,
  exempt: null,
}

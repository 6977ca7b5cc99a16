import type { VatTotal } from '#shared/cart/ticket.ts'
import { namedRates, type VatRate } from '#shared/tax/vat-class.ts'

/** What is no turnover at all: cash that moves, rounding, duty. */
export const notTaxable = 5
const exempt = 6
/** From here on keys are whoever's own: a rate stands at 1000 and its hundredths of a percent. */
const ownKeys = 1000

/** UST_SCHLUESSEL: the taxonomy's own for what is exempt, and one of ours for each rate of whatever country. */
export const vatKey = (rate: VatRate): number => (rate === null ? exempt : ownKeys + rate)

export const rateOfTotal = ({ vatClass, rate }: Pick<VatTotal, 'vatClass' | 'rate'>): VatRate =>
  rate === undefined ? namedRates[vatClass] : rate

/** UST_SATZ, hundredths of a percent, and UST_BESCHR. */
export function vatKeyMeans(key: number): { readonly rate: number; readonly text: string } {
  if (key === notTaxable) return { rate: 0, text: 'Nicht steuerbar' }
  if (key === exempt) return { rate: 0, text: 'Umsatzsteuerfrei' }
  const rate = key - ownKeys
  return { rate, text: `TVA ${String(rate / 100).replace('.', ',')} %` }
}

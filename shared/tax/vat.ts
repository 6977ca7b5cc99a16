import type { Dirham } from '../money/amount.ts'
import { dirham, subtract, zero } from '../money/amount.ts'
import { scale } from '../money/rounding.ts'
import { namedRates, type VatClass, type VatRate, vatClasses } from './vat-class.ts'

/** At which rate a class is taxed. */
export type RateOf = (vatClass: VatClass) => VatRate

/** Every class at the rate it is named after. */
export const namedRate: RateOf = (vatClass) => namedRates[vatClass]

/** VAT inside a price that includes it: `round(gross × r / (1 + r))`, halves away from zero. */
export const vatWithin = (gross: Dirham, rate: VatRate): Dirham =>
  rate === null || rate === 0 ? zero : scale(gross, rate, 10_000 + rate)

/** One class of a ticket. `net + vat = gross`. */
interface RateTotal {
  readonly vatClass: VatClass
  readonly net: Dirham
  readonly vat: Dirham
  readonly gross: Dirham
  readonly rate: VatRate
}

/**
 * VAT of a ticket by rate: gross is summed first, VAT is taken out once a rate. By rate descending, exempt last;
 * only the classes that occur.
 */
export function vatByRate(
  lines: Iterable<{ readonly vat: VatClass; readonly gross: Dirham }>,
  rateOf: RateOf,
): readonly RateTotal[] {
  const grosses = new Map<VatClass, number>()
  for (const line of lines) grosses.set(line.vat, (grosses.get(line.vat) ?? 0) + line.gross)
  return vatClasses.flatMap((vatClass) => {
    const minor = grosses.get(vatClass)
    if (minor === undefined) return []
    const gross = dirham(minor)
    const rate = rateOf(vatClass)
    const vat = vatWithin(gross, rate)
    return [{ vatClass, net: subtract(gross, vat), vat, gross, rate }]
  })
}

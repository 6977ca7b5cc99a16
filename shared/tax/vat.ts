import type { Dirham } from '../money/amount.ts'
import { dirham, subtract, zero } from '../money/amount.ts'
import { scale } from '../money/rounding.ts'
import { vatRates } from './rates.data.ts'
import type { VatClass } from './vat-class.ts'

const percents = new Map(vatRates.map(({ vatClass, percent }) => [vatClass, percent ?? 0]))

/** VAT inside a price that includes it: `round(gross × r / (1 + r))`, halves away from zero. */
export function vatWithin(gross: Dirham, vatClass: VatClass): Dirham {
  const percent = percents.get(vatClass) ?? 0
  return percent === 0 ? zero : scale(gross, percent, 100 + percent)
}

/** One rate of a ticket. `net + vat = gross`. */
interface RateTotal {
  readonly vatClass: VatClass
  readonly net: Dirham
  readonly vat: Dirham
  readonly gross: Dirham
}

/**
 * VAT of a ticket by rate: gross is summed first, VAT is taken out once a rate. By rate descending, exempt last;
 * only the classes that occur.
 */
export function vatByRate(
  lines: Iterable<{ readonly vat: VatClass; readonly gross: Dirham }>,
): readonly RateTotal[] {
  const grosses = new Map<VatClass, number>()
  for (const line of lines) grosses.set(line.vat, (grosses.get(line.vat) ?? 0) + line.gross)
  return vatRates.flatMap(({ vatClass }) => {
    const minor = grosses.get(vatClass)
    if (minor === undefined) return []
    const gross = dirham(minor)
    const vat = vatWithin(gross, vatClass)
    return [{ vatClass, net: subtract(gross, vat), vat, gross }]
  })
}

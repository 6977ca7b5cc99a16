import { allocate } from '../money/allocate.ts'
import { type Dirham, zero } from '../money/amount.ts'
import { vatByRate } from './vat.ts'
import type { VatClass } from './vat-class.ts'

/**
 * The VAT in each line, so that the lines of a rate make up that rate's VAT (`vatByRate`) to the centime: rounded once a
 * rate, dealt out by gross. For papers that must show VAT line by line.
 * @param lines gross ≥ 0
 * @returns as many as lines, in their order
 */
export function vatShares(
  lines: readonly { readonly vat: VatClass; readonly gross: Dirham }[],
): readonly Dirham[] {
  const shares = lines.map(() => zero)
  for (const { vatClass, vat } of vatByRate(lines)) {
    if (vat === 0) continue
    const places = [...lines.keys()].filter((place) => lines[place]?.vat === vatClass)
    const parts = allocate(
      vat,
      places.map((place) => lines[place]?.gross ?? 0),
    )
    for (const [index, place] of places.entries()) shares[place] = parts[index] ?? zero
  }
  return shares
}

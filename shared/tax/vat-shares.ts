import { allocate } from '../money/allocate.ts'
import { type Dirham, zero } from '../money/amount.ts'
import type { VatClass } from './vat-class.ts'

/**
 * The VAT in each line, so that the lines of a class make up the VAT of that class to the centime: rounded once a class,
 * dealt out by gross. For papers and books that must show VAT line by line.
 * @param lines gross ≥ 0
 * @param totals of the same lines, one a class
 * @returns as many as lines, in their order
 */
export function vatShares(
  lines: readonly { readonly vat: VatClass; readonly gross: Dirham }[],
  totals: readonly { readonly vatClass: VatClass; readonly vat: Dirham }[],
): readonly Dirham[] {
  const shares = lines.map(() => zero)
  for (const { vatClass, vat } of totals) {
    if (vat === 0) continue
    const places: number[] = []
    for (const [place, line] of lines.entries()) if (line.vat === vatClass) places.push(place)
    const parts = allocate(
      vat,
      places.map((place) => lines[place]?.gross ?? 0),
    )
    for (const [index, place] of places.entries()) shares[place] = parts[index] ?? zero
  }
  return shares
}

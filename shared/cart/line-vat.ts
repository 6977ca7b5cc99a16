import { type Dirham, subtract, zero } from '../money/amount.ts'
import type { RateOf } from '../tax/vat.ts'
import { namedRates, type VatRate } from '../tax/vat-class.ts'
import { vatShares } from '../tax/vat-shares.ts'
import type { Ticket, VatTotal } from './ticket.ts'

/** What a line carries of its ticket's VAT. `net + vat` is its gross. */
export interface LineVat {
  readonly net: Dirham
  readonly vat: Dirham
  readonly rate: VatRate
}

/** The rate a total was taken at: as recorded, or what its class is named after on tickets written before rates were. */
export const rateOfTotal = ({ vatClass, rate }: Pick<VatTotal, 'vatClass' | 'rate'>): VatRate =>
  rate === undefined ? namedRates[vatClass] : rate

/** At which rates a ticket was taxed: as it records them. */
export function rateOfClass({ vat }: Pick<Ticket, 'vat'>): RateOf {
  const rates = new Map(vat.map((total) => [total.vatClass, rateOfTotal(total)]))
  return (vatClass) => (rates.has(vatClass) ? (rates.get(vatClass) ?? null) : namedRates[vatClass])
}

/**
 * Net and VAT of every line of a ticket, positive as on the ticket, refunds too; the lines of a class make up the
 * ticket's total of that class to the centime.
 * @returns as many as lines, in their order
 */
export function lineVat(ticket: Pick<Ticket, 'lines' | 'vat'>): readonly LineVat[] {
  const { lines, vat: totals } = ticket
  const rateOf = rateOfClass(ticket)
  const shares = vatShares(lines, totals)
  return lines.map((line, place) => {
    const vat = shares[place] ?? zero
    return { net: subtract(line.gross, vat), vat, rate: rateOf(line.vat) }
  })
}

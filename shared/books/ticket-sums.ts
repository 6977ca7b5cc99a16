import type { Tender, Ticket, VatTotal } from '../cart/ticket.ts'
import { dirham } from '../money/amount.ts'
import { vatRates } from '../tax/rates.data.ts'
import type { VatClass } from '../tax/vat-class.ts'

/** How many, and what they come to, minor units. */
export interface Sum {
  count: number
  amount: number
}

/** Sums over tickets, minor units: sales positive, refunds negative, as their own papers say. */
export interface TicketSums {
  readonly sales: Sum
  /** Amount ≤ 0. */
  readonly refunds: Sum
  discounts: number
  rounding: number
  readonly vat: Map<VatClass, { net: number; vat: number; gross: number }>
  readonly tenders: Map<Tender['kind'], Sum>
}

export const emptySum = (): Sum => ({ count: 0, amount: 0 })

export const newTicketSums = (): TicketSums => ({
  sales: emptySum(),
  refunds: emptySum(),
  discounts: 0,
  rounding: 0,
  vat: new Map(),
  tenders: new Map(),
})

/** What its amounts count by: 1 of a sale, −1 of a refund. */
export const signOf = ({ kind }: Pick<Ticket, 'kind'>): 1 | -1 => (kind === 'sale' ? 1 : -1)

export function bump(sum: Sum, amount: number): void {
  sum.count += 1
  sum.amount += amount
}

export function bumpAt<K>(map: Map<K, Sum>, key: K, amount: number): void {
  const sum = map.get(key) ?? emptySum()
  bump(sum, amount)
  map.set(key, sum)
}

export function addTicket(sums: TicketSums, ticket: Ticket): void {
  const sign = signOf(ticket)
  bump(ticket.kind === 'sale' ? sums.sales : sums.refunds, sign * ticket.gross)
  sums.discounts += sign * ticket.discounts
  sums.rounding += sign * ticket.rounding
  for (const { vatClass, net, vat, gross } of ticket.vat) {
    const rate = sums.vat.get(vatClass) ?? { net: 0, vat: 0, gross: 0 }
    rate.net += sign * net
    rate.vat += sign * vat
    rate.gross += sign * gross
    sums.vat.set(vatClass, rate)
  }
  for (const { kind, amount } of ticket.tenders) bumpAt(sums.tenders, kind, sign * amount)
}

/** Sales − refunds, VAT included. */
export const grossOf = ({ sales, refunds }: TicketSums): number => sales.amount + refunds.amount

/** By rate descending, exempt last; rates of no ticket are left out. */
export const vatTotals = (sums: TicketSums): readonly VatTotal[] =>
  vatRates.flatMap(({ vatClass }) => {
    const rate = sums.vat.get(vatClass)
    if (rate === undefined) return []
    return [{ vatClass, net: dirham(rate.net), vat: dirham(rate.vat), gross: dirham(rate.gross) }]
  })

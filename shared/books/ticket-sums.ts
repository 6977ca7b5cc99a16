import { rateOfTotal } from '../cart/line-vat.ts'
import type { Tender, Ticket, VatTotal } from '../cart/ticket.ts'
import { dirham } from '../money/amount.ts'
import { type VatClass, type VatRate, vatClasses } from '../tax/vat-class.ts'

/** How many, and what they come to, minor units. */
export interface Sum {
  count: number
  amount: number
}

interface VatSum {
  readonly vatClass: VatClass
  readonly rate: VatRate
  net: number
  vat: number
  gross: number
}

/** Sums over tickets, minor units: sales positive, refunds negative, as their own papers say. */
export interface TicketSums {
  readonly sales: Sum
  /** Amount ≤ 0. */
  readonly refunds: Sum
  discounts: number
  rounding: number
  /** By class and rate: a class whose rate changed is there twice. */
  readonly vat: Map<string, VatSum>
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
  for (const total of ticket.vat) addVat(sums, total, sign)
  for (const { kind, amount } of ticket.tenders) bumpAt(sums.tenders, kind, sign * amount)
}

function addVat({ vat }: TicketSums, total: VatTotal, sign: 1 | -1): void {
  const { vatClass } = total
  const rate = rateOfTotal(total)
  const key = `${vatClass}@${rate}`
  const sum = vat.get(key) ?? { vatClass, rate, net: 0, vat: 0, gross: 0 }
  sum.net += sign * total.net
  sum.vat += sign * total.vat
  sum.gross += sign * total.gross
  vat.set(key, sum)
}

/** Sales − refunds, VAT included. */
export const grossOf = ({ sales, refunds }: TicketSums): number => sales.amount + refunds.amount

/** By rate descending, exempt last; what is in no ticket is left out. */
export const vatTotals = (sums: TicketSums): readonly VatTotal[] =>
  [...sums.vat.values()].sort(byRate).map(({ net, vat, gross, ...of }) => ({
    ...of,
    net: dirham(net),
    vat: dirham(vat),
    gross: dirham(gross),
  }))

/** Higher rates first; what is outside VAT after a rate of zero. */
export const byRate = (a: RatedClass, b: RatedClass): number =>
  (rateOfTotal(b) ?? -1) - (rateOfTotal(a) ?? -1) ||
  vatClasses.indexOf(a.vatClass) - vatClasses.indexOf(b.vatClass)

type RatedClass = Pick<VatTotal, 'vatClass' | 'rate'>

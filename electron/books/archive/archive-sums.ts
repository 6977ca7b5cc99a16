import type { ArchiveTotals } from '#shared/archive/manifest.ts'
import { rateOf } from '#shared/archive/recount.ts'
import type { Ticket } from '#shared/cart/ticket.ts'

function foundOrAdded<T>(all: T[], is: (each: T) => boolean, fresh: T): T {
  const found = all.find(is)
  if (found !== undefined) return found
  all.push(fresh)
  return fresh
}

/** Sums of the tickets that go into an archive, as its manifest tells them. */
export class ArchiveSums {
  #first: number | null = null
  #last = 0
  #lines = 0
  #discounts = 0
  #rounding = 0
  readonly #sides = { sale: { count: 0, amount: 0 }, refund: { count: 0, amount: 0 } }
  readonly #vat: { -readonly [K in keyof ArchiveTotals['vat'][number]]: ArchiveTotals['vat'][number][K] }[] =
    []
  readonly #tenders: { kind: string; count: number; amount: number }[] = []

  add(ticket: Ticket): void {
    const sign = ticket.kind === 'sale' ? 1 : -1
    this.#first ??= ticket.number
    this.#last = ticket.number
    this.#lines += ticket.lines.length
    this.#discounts += sign * ticket.discounts
    this.#rounding += sign * ticket.rounding
    const side = this.#sides[ticket.kind]
    side.count += 1
    side.amount += sign * ticket.gross
    for (const total of ticket.vat) {
      const { vatClass, net, vat, gross } = total
      const rate = rateOf(total)
      const sums = foundOrAdded(this.#vat, (each) => each.vatClass === vatClass && each.rate === rate, {
        vatClass,
        rate,
        net: 0,
        vat: 0,
        gross: 0,
      })
      sums.net += sign * net
      sums.vat += sign * vat
      sums.gross += sign * gross
    }
    for (const { kind, amount } of ticket.tenders) {
      const sums = foundOrAdded(this.#tenders, (each) => each.kind === kind, { kind, count: 0, amount: 0 })
      sums.count += 1
      sums.amount += sign * amount
    }
  }

  tickets(): { readonly first: number; readonly last: number; readonly count: number } | null {
    const { sale, refund } = this.#sides
    return this.#first === null
      ? null
      : { first: this.#first, last: this.#last, count: sale.count + refund.count }
  }

  totals(): ArchiveTotals {
    const { sale, refund } = this.#sides
    return {
      sales: sale,
      refunds: refund,
      gross: sale.amount + refund.amount,
      absolute: sale.amount - refund.amount,
      discounts: this.#discounts,
      rounding: this.#rounding,
      vat: this.#vat,
      tenders: this.#tenders,
      lines: this.#lines,
    }
  }
}

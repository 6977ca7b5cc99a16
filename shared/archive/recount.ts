import type { Tender, Ticket, VatTotal } from '../cart/ticket.ts'
import { FoundInArchive } from './found-wrong.ts'
import type { ArchiveTotals } from './manifest.ts'

/** Sums of tickets, kept while they are walked; refunds negative. */
export class Recount {
  sales = { count: 0, amount: 0 }
  refunds = { count: 0, amount: 0 }
  gross = 0
  absolute = 0
  discounts = 0
  rounding = 0
  lines = 0
  first: number | null = null
  last: number | null = null
  count = 0
  readonly vat = new Map<string, ArchiveTotals['vat'][number]>()
  readonly tenders = new Map<string, ArchiveTotals['tenders'][number]>()

  add(ticket: Ticket): void {
    const sign = ticket.kind === 'sale' ? 1 : -1
    const side = ticket.kind === 'sale' ? this.sales : this.refunds
    side.count += 1
    side.amount += sign * ticket.gross
    this.gross += sign * ticket.gross
    this.absolute += Math.abs(ticket.gross)
    this.discounts += sign * ticket.discounts
    this.rounding += sign * ticket.rounding
    this.lines += ticket.lines.length
    this.first ??= ticket.number
    this.last = ticket.number
    this.count += 1
    for (const { vatClass, net, vat, gross, ...more } of ticket.vat) {
      const rate = rateOf({ vatClass, ...more })
      const key = `${vatClass} ${rate}`
      const before = this.vat.get(key) ?? { net: 0, vat: 0, gross: 0 }
      this.vat.set(key, {
        vatClass,
        rate,
        net: before.net + sign * net,
        vat: before.vat + sign * vat,
        gross: before.gross + sign * gross,
      })
    }
    for (const { kind, amount } of ticket.tenders) {
      const before = this.tenders.get(kind) ?? { count: 0, amount: 0 }
      this.tenders.set(kind, { kind, count: before.count + 1, amount: before.amount + sign * amount })
    }
  }

  totals(): ArchiveTotals {
    const { sales, refunds, gross, absolute, discounts, rounding, lines } = this
    const vat = [...this.vat.values()]
    return {
      sales,
      refunds,
      gross,
      absolute,
      discounts,
      rounding,
      vat,
      tenders: [...this.tenders.values()],
      lines,
    }
  }
}

/** In hundredths of a percent; `null`: outside VAT. A class that says no rate is named after it. */
export function rateOf(total: Pick<VatTotal, 'vatClass' | 'rate'>): number | null {
  if (total.rate !== undefined) return total.rate
  return total.vatClass === 'exempt' ? null : Math.round(Number(total.vatClass) * 100)
}

/**
 * Whether a ticket adds up: lines, VAT by rate, tenders.
 * @throws FoundInArchive `ticketSums`, with the sum that is wrong
 */
export function checkTicket(ticket: Ticket): void {
  const sums: [field: string, said: number, due: number][] = [
    ['gross', ticket.gross, sum(ticket.lines, (line) => line.gross)],
    ['discounts', ticket.discounts, sum(ticket.lines, (line) => line.discount)],
    ['vat.gross', sum(ticket.vat, (each) => each.gross), ticket.gross],
    ['tenders', sum(ticket.tenders, (tender: Tender) => tender.amount), owed(ticket)],
  ]
  for (const [index, line] of ticket.lines.entries()) {
    const due = (line.agreed?.unit ?? line.posted) * line.quantity
    sums.push([`line ${index + 1}`, line.gross, due])
  }
  for (const total of ticket.vat) {
    const rate = rateOf(total) ?? 0
    sums.push([`vat ${total.vatClass}`, total.vat, roundedShare(total.gross, rate, 10_000 + rate)])
    sums.push([`net ${total.vatClass}`, total.net, total.gross - total.vat])
  }
  const wrong = sums.find(([, said, due]) => said !== due)
  if (wrong === undefined) return
  const [field, said, due] = wrong
  throw new FoundInArchive('ticketSums', {
    file: 'journal.jsonl',
    at: `ticket ${ticket.number}`,
    field,
    said: String(said),
    due: String(due),
  })
}

const owed = ({ gross, rounding, duty }: Ticket): number =>
  gross + rounding + (duty?.borneBy === 'customer' ? duty.amount : 0)

const sum = <T>(all: readonly T[], of: (each: T) => number): number =>
  all.reduce((total, each) => total + of(each), 0)

/** `amount × part / whole`, halves away from zero, without a floating point. */
function roundedShare(amount: number, part: number, whole: number): number {
  const twice = 2n * BigInt(Math.abs(amount)) * BigInt(part)
  const rounded = Number((twice / BigInt(whole) + 1n) / 2n)
  return amount < 0 ? -rounded : rounded
}

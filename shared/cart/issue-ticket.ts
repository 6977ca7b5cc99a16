import type { SaleId, ShiftId, TicketNumber } from '../kernel/ids.ts'
import type { ReceiptLanguage } from '../kernel/language.ts'
import type { BusinessDay } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'
import { sum, zero } from '../money/amount.ts'
import { namedRate, vatByRate } from '../tax/vat.ts'
import type { CartLine } from './line.ts'
import type { Tender, Ticket, TicketLine } from './ticket.ts'
import { priceLine, priceReturned } from './totals.ts'

/** Where and by whom a ticket is made: the same for a sale and for a refund. */
export interface TicketHead {
  readonly number: TicketNumber
  readonly saleId: SaleId
  readonly shiftId: ShiftId
  readonly businessDay: BusinessDay
  readonly cashier: string
  readonly language: ReceiptLanguage
}

interface Paid<Line extends CartLine = CartLine> {
  readonly lines: readonly Line[]
  readonly tenders: readonly Tender[]
  /** Signed; `gross + rounding = Σ tenders`. */
  readonly rounding: Dirham
}

function issue(
  kind: Ticket['kind'],
  head: TicketHead,
  paid: Paid<TicketLine>,
  refundOf: Ticket['refundOf'],
): Ticket {
  const { lines } = paid
  const gross = sum(lines.map((line) => line.gross))
  const tendered = sum(paid.tenders.map((tender) => tender.amount))
  if (gross + paid.rounding !== tendered) {
    throw new Error(`a ticket of ${gross} (rounding ${paid.rounding}) was paid with ${tendered}`)
  }
  return {
    kind,
    ...head,
    currency: 'MAD',
    lines,
    vat: vatByRate(lines, namedRate),
    gross,
    discounts: sum(lines.map((line) => line.discount)),
    tenders: paid.tenders,
    rounding: paid.rounding,
    refundOf,
  }
}

/** @throws Error where tenders do not make the total: a ticket that does not add up must never be numbered. */
export const issueSaleTicket = (head: TicketHead, paid: Paid): Ticket =>
  issue('sale', head, { ...paid, lines: paid.lines.map(priceLine) }, null)

/** What is given back of a sale ticket: its line positions (1 = first) and how many units of each. */
export interface ReturnedLine {
  readonly position: number
  readonly quantity: number
}

/** A sale ticket, and the units of it that came back already, by line position (1 = first). */
export interface SoldBefore {
  readonly ticket: Ticket
  readonly refunded: ReadonlyMap<number, number>
}

/**
 * The lines a refund gives back, at the agreed price, in the order asked. Owners give back what they were due of them: whole,
 * once all of a line is back, in however many parts.
 *
 * @throws RangeError on a position the ticket does not have: callers have looked
 */
export function returnedLines(
  { ticket, refunded }: SoldBefore,
  returned: readonly ReturnedLine[],
): readonly TicketLine[] {
  return returned.map(({ position, quantity }) => {
    const line = ticket.lines[position - 1]
    if (line === undefined) throw new RangeError(`ticket ${ticket.number} has no line ${position}`)
    return priceReturned({ ...line, quantity }, refunded.get(position) ?? 0)
  })
}

/** @throws Error where the tender does not make the total. */
export function issueRefundTicket(
  head: TicketHead,
  sold: SoldBefore,
  returned: readonly ReturnedLine[],
  tender: Tender,
  rounding: Dirham = zero,
): Ticket {
  return issue(
    'refund',
    head,
    { lines: returnedLines(sold, returned), tenders: [tender], rounding },
    { number: sold.ticket.number, lines: returned.map((line) => line.position) },
  )
}

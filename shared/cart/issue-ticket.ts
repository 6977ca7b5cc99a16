import type { SaleId, ShiftId, TicketNumber } from '../kernel/ids.ts'
import type { ReceiptLanguage } from '../kernel/language.ts'
import type { BusinessDay } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'
import { subtract, sum, zero } from '../money/amount.ts'
import { dutyOn } from '../tax/cash-duty.ts'
import type { TaxInForce } from '../tax/tax-in-force.ts'
import { vatByRate } from '../tax/vat.ts'
import type { CartLine } from './line.ts'
import { rateOfClass } from './line-vat.ts'
import { taxedLine } from './taxed-line.ts'
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

interface Paid {
  readonly lines: readonly CartLine[]
  readonly tenders: readonly Tender[]
  /** Signed; `gross + rounding + duty = Σ tenders`. */
  readonly rounding: Dirham
  /** Duty on cash that came on top of the price. */
  readonly duty: Dirham
}

/** What a ticket says besides what is summed from it. */
type Stated = Pick<
  Ticket,
  'kind' | 'currency' | 'lines' | 'vat' | 'tenders' | 'rounding' | 'tax' | 'duty' | 'refundOf'
>

function issue(head: TicketHead, stated: Stated): Ticket {
  const { lines, rounding, duty } = stated
  const gross = sum(lines.map((line) => line.gross))
  const tendered = sum(stated.tenders.map((tender) => tender.amount))
  const onTop = duty?.borneBy === 'customer' ? duty.amount : 0
  if (gross + rounding + onTop !== tendered) {
    throw new Error(`a ticket of ${gross} (rounding ${rounding}, duty ${onTop}) was paid with ${tendered}`)
  }
  return { ...head, ...stated, gross, discounts: sum(lines.map((line) => line.discount)) }
}

/**
 * @param tax in force on the ticket's business day
 * @throws Error where tenders do not make the total: a ticket that does not add up must never be numbered.
 */
export function issueSaleTicket(head: TicketHead, paid: Paid, tax: TaxInForce): Ticket {
  const { tenders, rounding } = paid
  const lines = paid.lines.map((line) => priceLine(taxedLine(line, tax)))
  return issue(head, {
    kind: 'sale',
    currency: tax.rules.currency,
    lines,
    vat: vatByRate(lines, tax.rateOf),
    tenders,
    rounding,
    tax: { country: tax.country, regime: tax.regime },
    ...dutyOf(paid, tax),
    refundOf: null,
  })
}

/** Duty on the cash of a sale. What the customer has been asked for already stays theirs, whatever the shop chose since. */
function dutyOf({ tenders, rounding, duty }: Paid, tax: TaxInForce): Pick<Ticket, 'duty'> {
  const cash = sum(tenders.map((tender) => (tender.kind === 'cash' ? tender.amount : zero)))
  const base = subtract(subtract(cash, rounding), duty)
  if (base <= 0) return {}
  if (duty > 0 || tax.duty?.way === 'added') return { duty: { base, amount: duty, borneBy: 'customer' } }
  return tax.duty === null ? {} : { duty: { base, amount: dutyOn(base, tax.duty), borneBy: 'shop' } }
}

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

/**
 * At the rates and under the regime of the sale's own ticket, whatever holds today. Duty on cash is not given back.
 * @throws Error where the tender does not make the total.
 */
export function issueRefundTicket(
  head: TicketHead,
  sold: SoldBefore,
  returned: readonly ReturnedLine[],
  tender: Tender,
  rounding: Dirham = zero,
): Ticket {
  const { ticket } = sold
  const lines = returnedLines(sold, returned)
  return issue(head, {
    kind: 'refund',
    currency: ticket.currency,
    lines,
    vat: vatByRate(lines, rateOfClass(ticket)),
    tenders: [tender],
    rounding,
    ...(ticket.tax === undefined ? {} : { tax: ticket.tax }),
    refundOf: { number: ticket.number, lines: returned.map((line) => line.position) },
  })
}

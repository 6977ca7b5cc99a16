import type { Dirham } from '../money/amount.ts'
import { subtract, sum, times, zero } from '../money/amount.ts'
import { scale } from '../money/rounding.ts'
import type { CartLine } from './line.ts'
import type { TicketLine } from './ticket.ts'

/** The price a unit of the line is sold at: what was shaken on, or the label. */
export const unitPrice = (line: CartLine): Dirham => line.agreed?.unit ?? line.posted

/** unit × quantity, VAT included. */
export const lineGross = (line: CartLine): Dirham => times(unitPrice(line), line.quantity)

/** What the visitor pays for the cart, before any cash rounding. */
export const cartTotal = (lines: readonly CartLine[]): Dirham => sum(lines.map(lineGross))

/** (posted − agreed) × quantity. */
const lineDiscount = (line: CartLine): Dirham => times(subtract(line.posted, unitPrice(line)), line.quantity)

/** What the line's owner is due: `round(gross × share)`, halves away from zero; 0 without an owner. */
const ownerDue = (line: CartLine): Dirham =>
  line.owner === null ? zero : scale(lineGross(line), line.owner.sharePpm, 1_000_000)

/** A line with its sums, as it stands on a ticket. */
export const priceLine = (line: CartLine): TicketLine => ({
  ...line,
  gross: lineGross(line),
  discount: lineDiscount(line),
  ownerDue: ownerDue(line),
})

import type { Dirham } from '../money/amount.ts'
import { subtract, sum, times } from '../money/amount.ts'
import { dueOf, dueReturned, type OwnedUnits } from '../owners/due.ts'
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

const ownedUnits = (line: CartLine): OwnedUnits => ({
  owner: line.owner,
  unit: unitPrice(line),
  quantity: line.quantity,
})

const priced = (line: CartLine, ownerDue: Dirham): TicketLine => ({
  ...line,
  gross: lineGross(line),
  discount: lineDiscount(line),
  ownerDue,
})

/** A line with its sums, as it stands on a ticket. */
export const priceLine = (line: CartLine): TicketLine => priced(line, dueOf(ownedUnits(line)))

/**
 * Units of a line on their way back, as they stand on a refund ticket.
 * @param line with the quantity that comes back now
 * @param before units of it that came back already
 */
export const priceReturned = (line: CartLine, before: number): TicketLine =>
  priced(line, dueReturned(ownedUnits(line), before))

/**
 * What a receipt says besides names and numbers. Every language carries every key; paper takes two of them at a time.
 * Short, because half a line of 32 characters is all there is. Characters of code page 858 where the script allows,
 * so that Latin lines stay text on the printer.
 */
export interface ReceiptWords {
  readonly ticket: string
  readonly refund: string
  /** Label before the number of the ticket that money is given back from. */
  readonly refundOf: string
  readonly date: string
  readonly cashier: string
  /** Before `T1kQ8Zt2 · Xy12ab34`: which counter, and which shift of it. */
  readonly till: string
  readonly phone: string
  /** Behind the price of one: `2 × 180,00 each`. The same for one and for many. */
  readonly each: string
  /** Price on the label, before bargaining. */
  readonly posted: string
  /** Price shaken on. */
  readonly agreed: string
  readonly discount: string
  readonly vat: string
  /** Without VAT. */
  readonly net: string
  /** VAT included. */
  readonly gross: string
  /** Behind the unit price of an exempt line. */
  readonly exempt: string
  /** The legal sentence of an exempt sale. */
  readonly exemption: string
  /** Before the name of the artisan in whose name a piece is sold. */
  readonly onBehalfOf: string
  /** Duty on cash receipts that comes on top of the price. */
  readonly stampDuty: string
  /** The same duty, borne by the shop. */
  readonly dutyByShop: string
  readonly discounts: string
  readonly total: string
  readonly totalRefunded: string
  readonly rounding: string
  readonly toPay: string
  readonly toRefund: string
  readonly cash: string
  readonly change: string
  readonly card: string
  readonly mobile: string
  readonly transfer: string
  readonly cheque: string
  /** Taken by the marketplace. */
  readonly online: string
  readonly authorisation: string
  /** The terminal's own number of the payment. */
  readonly trace: string
  readonly terminal: string
  /** Behind the sum in euros: an order of size, not a price. */
  readonly indicative: string
  readonly training: string
  readonly duplicate: string
  /** Short code of the journal entry. */
  readonly code: string
  readonly thanks: string
  /** Above the line a visitor signs on. */
  readonly signature: string
  readonly giftReceipt: string
  /** A sentence of its own. */
  readonly exchangeOnly: string
  /** What a card slip is of, beside `refund`. */
  readonly payment: string
  /** A charge undone before the bank settled it. */
  readonly cancellation: string
  readonly amount: string
  readonly merchantCopy: string
  readonly cardholderCopy: string
  /** Behind the total. */
  readonly currency: string
}

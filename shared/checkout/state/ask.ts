import { cartTotal } from '../../cart/totals.ts'
import type { AttemptId, SaleId } from '../../kernel/ids.ts'
import type { Dirham } from '../../money/amount.ts'
import { subtract, sum } from '../../money/amount.ts'
import type { Attempt, CheckoutContext, Sale } from './context.ts'

/** The sale on the counter; `null`: none is open. */
export const saleOnCounter = (context: CheckoutContext): Sale | null =>
  context.sales.findLast((sale) => sale.parkedAs === null) ?? null

/** In the order they were begun. */
export const parkedSales = (context: CheckoutContext): readonly Sale[] =>
  context.sales.filter((sale) => sale.parkedAs !== null)

/** The last sale parked under a name: two visitors may both be "the red hat". */
export const parkedUnder = (context: CheckoutContext, name: string): Sale | null =>
  context.sales.findLast((sale) => sale.parkedAs === name) ?? null

/** Open or parked; a finished sale is not in the checkout's memory. */
export const saleById = (context: CheckoutContext, saleId: SaleId): Sale | null =>
  context.sales.find((sale) => sale.saleId === saleId) ?? null

/** What was taken so far, over all tenders. */
export const paid = (sale: Sale): Dirham => sum(sale.tenders.map((tender) => tender.amount))

/** Total + rounding + duty taken with cash − what was taken; 0 means settled. */
export const due = (sale: Sale): Dirham => subtract(totalToTake(sale), paid(sale))

const totalToTake = (sale: Sale): Dirham => sum([cartTotal(sale.lines), sale.rounding, sale.duty])

/** Whether any cart of this till, on the counter or parked, holds this piece. */
export const pieceInCart = (context: CheckoutContext, sku: string): boolean =>
  context.sales.some((sale) => sale.lines.some((line) => line.sku === sku))

/** What the terminal is at: the attempt of the open sale; with no sale open, the errand that was begun first. */
export function attemptOnCounter(context: CheckoutContext): Attempt | null {
  const sale = saleOnCounter(context)
  return sale === null ? (context.errands[0]?.attempt ?? null) : sale.attempt
}

/** An attempt that waits for its outcome, and whose it is. */
export interface Pending {
  readonly saleId: SaleId
  /** `null`: an errand's. */
  readonly sale: Sale | null
  readonly attempt: Attempt
}

/** The attempt, if it still waits: on the counter, in a parked sale, or behind the sale on the counter. */
export function pendingAttempt(context: CheckoutContext, attemptId: AttemptId): Pending | null {
  for (const sale of context.sales) {
    const { saleId, attempt } = sale
    if (attempt?.attemptId === attemptId) return { saleId, sale, attempt }
  }
  const errand = context.errands.find(({ attempt }) => attempt.attemptId === attemptId)
  return errand === undefined ? null : { ...errand, sale: null }
}

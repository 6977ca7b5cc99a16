import type { SaleId } from '../../kernel/ids.ts'
import type { FactKind, FactOf } from '../fact.ts'
import type { CheckoutContext, Sale } from './context.ts'

/** How each kind of fact changes what the checkout knows. */
export type Folds = {
  readonly [K in FactKind]?: (context: CheckoutContext, fact: FactOf<K>) => CheckoutContext
}

/** The context with one sale changed; unchanged where there is no such sale. */
export function changeSale(
  context: CheckoutContext,
  saleId: SaleId,
  change: (sale: Sale) => Sale,
): CheckoutContext {
  return {
    ...context,
    sales: context.sales.map((sale) => (sale.saleId === saleId ? change(sale) : sale)),
  }
}

/** The context without a sale that came to its end. */
export const withoutSale = (context: CheckoutContext, saleId: SaleId): CheckoutContext => ({
  ...context,
  sales: context.sales.filter((sale) => sale.saleId !== saleId),
})

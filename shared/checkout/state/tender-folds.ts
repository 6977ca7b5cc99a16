import { add, zero } from '../../money/amount.ts'
import type { Folds } from './folds.ts'
import { changeSale } from './folds.ts'

export const tenderFolds: Folds = {
  cashTaken: (context, fact) =>
    changeSale(context, fact.saleId, (sale) => ({
      ...sale,
      rounding: add(sale.rounding, fact.rounding),
      duty: add(sale.duty, fact.duty ?? zero),
      tenders: [
        ...sale.tenders,
        {
          kind: 'cash',
          tenderId: fact.tenderId,
          amount: fact.kept,
          given: fact.given,
          change: fact.change,
        },
      ],
    })),
  otherTaken: (context, fact) =>
    changeSale(context, fact.saleId, (sale) => ({
      ...sale,
      tenders: [
        ...sale.tenders,
        { kind: fact.tender, tenderId: fact.tenderId, amount: fact.amount, reference: fact.reference },
      ],
    })),
}

import type { Stamp } from '../../kernel/stamp.ts'
import { saleById } from './ask.ts'
import type { Folds } from './folds.ts'

/** Of an entry written without its own instant. */
export const noStamp: Stamp = { utcMs: 0, offsetMinutes: 0 }

export const shiftFolds: Folds = {
  shiftOpened: (context, fact) => ({
    ...context,
    shift: {
      shiftId: fact.shiftId,
      cashier: fact.cashier,
      businessDay: fact.businessDay,
      float: fact.float,
      openedAt: fact.openedAt ?? noStamp,
    },
    done: null,
    notGivenBack: null,
    lastTest: null,
  }),
  // Parked carts stay: the visitor who went to the cash machine comes back tomorrow.
  shiftClosed: (context) => ({
    ...context,
    shift: null,
    settled: context.settled.filter(({ saleId }) => saleById(context, saleId) !== null),
    done: null,
    notGivenBack: null,
    lastTest: null,
  }),
}

import type { Fact } from '../fact.ts'
import { attemptFolds } from './attempt-folds.ts'
import type { CheckoutContext } from './context.ts'
import type { Folds } from './folds.ts'
import { saleFolds } from './sale-folds.ts'
import { shiftFolds } from './shift-folds.ts'
import { tenderFolds } from './tender-folds.ts'

/** Facts not named here (people, catalogue, settings, paper) concern other rooms than the checkout. */
const folds: Folds = { ...shiftFolds, ...saleFolds, ...tenderFolds, ...attemptFolds }

/**
 * The one way the checkout's memory changes: what has happened, added to what was known. Total: a fact of a sale
 * that is not there changes nothing.
 */
function fold(context: CheckoutContext, fact: Fact): CheckoutContext {
  const apply = folds[fact.kind] as ((context: CheckoutContext, fact: Fact) => CheckoutContext) | undefined
  return apply === undefined ? context : apply(context, fact)
}

/** Whatever happens to a sale takes its code off the visitor's screen: its amount may not be what is due any more. */
const concernsQr = ({ qr }: CheckoutContext, fact: Fact): boolean =>
  qr !== null && 'saleId' in fact && fact.saleId === qr.saleId

/** All facts in order. */
export const foldAll = (context: CheckoutContext, facts: Iterable<Fact>): CheckoutContext => {
  let known = context
  for (const fact of facts) {
    known = fold(concernsQr(known, fact) ? { ...known, qr: null } : known, fact)
  }
  return known
}

import type { CardMovement } from './movement.ts'

/**
 * Movements that no line of a statement is of, told apart. A sale and the reversal of it that are both unpaid were
 * undone before they were settled: many acquirers list neither, nothing is owed, and nobody should look for them. They
 * are shown as pairs all the same: should one of the two turn up on a later statement, it is matched, and the other is
 * owed from then on.
 */
export interface Unpaid {
  /** The acquirer owes these, or the shop does. */
  readonly owed: readonly CardMovement[]
  readonly undone: readonly UndonePair[]
}

export interface UndonePair {
  readonly sale: CardMovement
  readonly reversal: CardMovement
}

/** @param unpaid as the ledger lists them, in any order; the parts keep it */
export function tellUnpaid(unpaid: readonly CardMovement[]): Unpaid {
  const sales = new Map(
    unpaid.flatMap((each) => (each.kind === 'sale' ? [[each.attemptId, each] as const] : [])),
  )
  const paired = new Set<CardMovement>()
  const undone: UndonePair[] = []
  for (const reversal of unpaid) {
    if (reversal.kind !== 'saleReversal' || reversal.undoes === null) continue
    const sale = sales.get(reversal.undoes)
    if (sale === undefined || sale.amount !== reversal.amount || paired.has(sale)) continue
    paired.add(sale).add(reversal)
    undone.push({ sale, reversal })
  }
  return { owed: unpaid.filter((each) => !paired.has(each)), undone }
}

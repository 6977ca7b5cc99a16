import type { Ledger } from '#electron/ledger/write-ledger.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import { dirham } from '#shared/money/amount.ts'
import type { MadeUpShift } from './book-shifts.ts'

/** Lives made-up shifts on a ledger through its append path, entry by entry. */
export function liveShifts(ledger: Ledger, shifts: readonly MadeUpShift[]): void {
  for (const { fact, by, at } of shifts.flatMap(({ entries }) => entries))
    ledger.append([withBalance(ledger, fact)], by, at)
}

/** What an owner was due before and after they were paid, as a ledger wants it said. */
function withBalance(ledger: Ledger, fact: Fact): Fact {
  if (fact.kind !== 'ownerPaid') return fact
  const account = ledger.findOwner(fact.owner)
  const before = dirham((account?.due ?? 0) - (account?.paid ?? 0))
  return { ...fact, before, after: dirham(before - fact.amount) }
}

import type { OwnerShare } from '#shared/catalogue/item.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Circumstances } from '#shared/checkout/step.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Owner } from '#shared/owners/owner.ts'

/** What was agreed last with an owner, from the facts alone. */
export const contractIn = (facts: readonly Fact[], share: OwnerShare | null): Owner | null =>
  facts
    .flatMap((fact) => (fact.kind === 'ownersChanged' ? fact.owners : []))
    .findLast(({ owner }) => owner === share?.owner) ?? null

/** Lines sold and given back, and money paid; `null`: nobody ever named them. */
function balanceIn(facts: readonly Fact[], owner: string): number | null {
  let known = contractIn(facts, { owner, sharePpm: 0 }) !== null
  let balance = 0
  for (const fact of facts) {
    if (fact.kind === 'ownerPaid' && fact.owner === owner) balance -= fact.amount
    if (fact.kind !== 'saleCompleted' && fact.kind !== 'refundCompleted') continue
    for (const line of fact.ticket.lines) {
      if (line.owner?.owner !== owner) continue
      known = true
      balance += fact.kind === 'saleCompleted' ? line.ownerDue : -line.ownerDue
    }
  }
  return known ? balance : null
}

export function ownerCircumstances(
  facts: readonly Fact[],
  command: Command | null,
  share: OwnerShare | null,
): Pick<Circumstances, 'owner' | 'ownerBalance'> {
  const balance = command?.type === 'payOwner' ? balanceIn(facts, command.owner) : null
  return { owner: contractIn(facts, share), ownerBalance: balance === null ? null : dirham(balance) }
}

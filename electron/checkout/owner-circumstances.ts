import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { OwnerShare } from '#shared/catalogue/item.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { Circumstances } from '#shared/checkout/step.ts'
import { subtract } from '#shared/money/amount.ts'
import type { Owner } from '#shared/owners/owner.ts'

type Owners = Pick<ReadLedger, 'findOwner'>

/** What was agreed with the owner of an item; `null`: nothing but what the item says, or it is the shop's own. */
export const contractOf = (ledger: Owners, share: OwnerShare | null): Owner | null =>
  share === null ? null : (ledger.findOwner(share.owner)?.contract ?? null)

/**
 * What the machine may need to know of those who leave pieces with the shop.
 * @param share of the item that is scanned
 */
export function ownerCircumstances(
  ledger: Owners,
  command: Command | null,
  share: OwnerShare | null,
): Pick<Circumstances, 'owner' | 'ownerBalance'> {
  const paid = command?.type === 'payOwner' ? ledger.findOwner(command.owner) : null
  return {
    owner: contractOf(ledger, share),
    ownerBalance: paid && subtract(paid.due, paid.paid),
  }
}

import type { OwnerShare } from '../catalogue/item.ts'
import type { Owner } from './owner.ts'

/**
 * What a line carries of what was agreed with its owner: a copy, so that a later contract changes no sale. Without a contract,
 * as the item says.
 */
export function agreedShare(share: OwnerShare | null, contract: Owner | null): OwnerShare | null {
  if (share === null || contract === null || contract.owner !== share.owner) return share
  const { role, share: rule } = contract
  if (rule === null) return { ...share, role }
  // Whoever reads the plain share alone reads the same.
  const sharePpm = rule.kind === 'percentage' ? rule.ppm : share.sharePpm
  return { owner: share.owner, sharePpm, rule, role }
}

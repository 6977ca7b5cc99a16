import { type } from '@orpc/contract'
import { z } from 'zod'
import type { BusinessDay } from '../../kernel/stamp.ts'
import type { Dirham } from '../../money/amount.ts'
import type { OwnerPeriod } from '../../owners/account.ts'
import type { Owner } from '../../owners/owner.ts'
import type { Answer } from '../contract.ts'
import { door } from '../door.ts'
import { ownerIdSchema } from '../owners-schema.ts'

export interface OwnerCard {
  /** As items name them. */
  readonly owner: string
  /** `null`: nothing was agreed but what each item says. */
  readonly contract: Owner | null
  /** Due now; negative: they were given more than is due. */
  readonly balance: Dirham
}

export interface OwnersView {
  readonly owners: readonly OwnerCard[]
  /** Σ of what is due to those to whom something is. */
  readonly due: Dirham
}

export interface OwnerAccountView {
  readonly card: OwnerCard
  readonly period: OwnerPeriod
  /** The business day that is traded now. */
  readonly today: BusinessDay
}

const day = z.string().min(1).max(10)

/**
 * Artisans as screens ask for them; managers and owners only (`managerNeeded`). What changes something is a command:
 * `setOwners`, `payOwner`.
 */
export const ownersDoor = {
  list: door.output(type<Answer<OwnersView>>()),
  /**
   * One account over some days; `null`: since the last payout, or since the month began. Refused as `unknownOwner`,
   * `badRange` or `rangeInFuture`.
   */
  account: door
    .input(z.object({ owner: ownerIdSchema, range: z.object({ from: day, to: day }).nullable() }))
    .output(type<Answer<OwnerAccountView>>()),
  /** Names that items have and with whom nothing was agreed yet. */
  ofCatalogue: door.output(type<Answer<readonly string[]>>()),
}

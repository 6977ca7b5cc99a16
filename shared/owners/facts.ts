import type { ShiftId } from '../kernel/ids.ts'
import type { BusinessDay } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'
import type { Owner } from './owner.ts'

export const ownerPayments = ['cash', 'transfer', 'mobile', 'cheque'] as const
export type OwnerPayment = (typeof ownerPayments)[number]

export type OwnerFact =
  /** Adds or replaces owners by id. At most 500 a fact. */
  | { readonly kind: 'ownersChanged'; readonly owners: readonly Owner[] }
  /**
   * Money given to an owner: on account (`advance`) or for what is due (`payout`). In cash out of the drawer it comes with a
   * `cashMoved` of purpose `owner` in the same transaction.
   */
  | {
      readonly kind: 'ownerPaid'
      readonly owner: string
      readonly what: 'advance' | 'payout'
      readonly amount: Dirham
      readonly by: OwnerPayment
      readonly reference: string
      readonly businessDay: BusinessDay
      readonly shiftId: ShiftId | null
      /** Of a payout: the days of the sales that its slip lists, both included. */
      readonly period: { readonly from: BusinessDay; readonly to: BusinessDay } | null
      /** Σ dues − Σ payments, before and after. */
      readonly before: Dirham
      readonly after: Dirham
    }

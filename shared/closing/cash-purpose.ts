/**
 * What money moves into or out of the drawer for, beside sales: the bookkeeper's account follows from it, the words beside it
 * are for people. `owner`: given to an artisan, which the payout's own fact says more of.
 */
export const cashPurposes = ['change', 'bank', 'expense', 'owner', 'other'] as const
export type CashPurpose = (typeof cashPurposes)[number]

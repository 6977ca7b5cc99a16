import type { AccountKey } from '#shared/books/accounting/account-plan.ts'

/** Accounts as somebody looks for them: what money is in, what it came from, whose it is. */
export const accountGroups = {
  money: ['cash', 'safe', 'bank', 'bankTransit', 'cardClearing', 'mobile', 'cheque', 'transfer', 'online'],
  sales: ['sales', 'shipping', 'commission'],
  state: ['vat', 'feesVat', 'dutyOwed', 'dutyCharge'],
  owners: ['ownerDues', 'ownerAdvances', 'purchases'],
  other: [
    'fees',
    'expense',
    'drawerShort',
    'drawerOver',
    'roundingLoss',
    'roundingGain',
    'suspenseOut',
    'suspenseIn',
  ],
} as const satisfies Readonly<Record<string, readonly AccountKey[]>>
export type AccountGroup = keyof typeof accountGroups

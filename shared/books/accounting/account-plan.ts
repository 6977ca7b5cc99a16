import type { CountryCode } from '../../tax/regime.ts'
import type { VatRate } from '../../tax/vat-class.ts'

/** What money of a till can be for; each is an account of the shop's books. */
export const accountKeys = [
  'cash',
  'safe',
  'bank',
  'cardClearing',
  'bankTransit',
  'mobile',
  'cheque',
  'transfer',
  'online',
  'sales',
  'shipping',
  'commission',
  'vat',
  'ownerDues',
  'ownerAdvances',
  'purchases',
  'dutyCharge',
  'dutyOwed',
  'roundingLoss',
  'roundingGain',
  'drawerShort',
  'drawerOver',
  'fees',
  'feesVat',
  'expense',
  'suspenseOut',
  'suspenseIn',
] as const
export type AccountKey = (typeof accountKeys)[number]

/** Accounts of one rate where they are not those of all rates. */
export interface RateAccounts {
  /** `null`: outside VAT. */
  readonly rate: VatRate
  readonly sales?: string | undefined
  readonly vat?: string | undefined
}

/** Which account each amount goes to. A country has one of its own; a shop replaces what its bookkeeper wants otherwise. */
export interface AccountPlan {
  readonly country: CountryCode
  readonly accounts: Readonly<Record<AccountKey, string>>
  readonly byRate: readonly RateAccounts[]
  /** Card money by terminal (device id) where it has an account of its own. */
  readonly cards: Readonly<Record<string, string>>
  /** VAT inside acquirers’ fees, hundredths of a percent. */
  readonly feeVatRate: number
  /** VAT inside commissions on pieces sold in their owner’s name, while the shop is liable. Hundredths of a percent. */
  readonly commissionVatRate: number
}

export const salesAccount = (plan: AccountPlan, rate: VatRate): string =>
  plan.byRate.find((each) => each.rate === rate)?.sales ?? plan.accounts.sales

export const vatAccount = (plan: AccountPlan, rate: VatRate): string =>
  plan.byRate.find((each) => each.rate === rate)?.vat ?? plan.accounts.vat

/** @param terminal `null`: not known */
export const cardAccount = (plan: AccountPlan, terminal: string | null): string =>
  (terminal === null ? undefined : plan.cards[terminal]) ?? plan.accounts.cardClearing

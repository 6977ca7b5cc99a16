import { type AccountKey, accountKeys } from '#shared/books/accounting/account-plan.ts'
import { accountPlans } from '#shared/books/accounting/account-plans.data.ts'
import {
  type AccountingSettings,
  accountSchema,
  planOf,
} from '#shared/books/accounting/accounting-settings.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import { rulesOf } from '#shared/tax/countries/countries.ts'
import type { CountryCode } from '#shared/tax/regime.ts'
import type { VatRate } from '#shared/tax/vat-class.ts'

/** Accounts of one rate as they are typed; '': as all others. */
export interface RateDraft {
  readonly rate: VatRate
  readonly sales: string
  readonly vat: string
}

/** The settings of the books as they are typed. */
export interface AccountingDraft {
  readonly template: string
  readonly language: ScreenLanguage
  readonly accounts: Readonly<Record<AccountKey, string>>
  readonly rates: readonly RateDraft[]
  /** By terminal; '': with the others. */
  readonly cards: Readonly<Record<string, string>>
  /** Percent. */
  readonly feeVat: string
  readonly commissionVat: string
}

/** What is typed wrongly, by the name of its field. */
export type DraftFaults = ReadonlySet<string>

export const percentOf = (hundredths: number): string => String(hundredths / 100).replace('.', ',')

/** Hundredths of a percent; `null`: what is typed is no percentage. */
export function hundredthsOf(percent: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(percent.trim())
  if (match === null) return null
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return hundredths <= 10_000 ? hundredths : null
}

/** Rates that the country's items are sold at, and those the books know otherwise; highest first, outside VAT last. */
function ratesOf(country: CountryCode, known: readonly VatRate[]): readonly VatRate[] {
  const sold = rulesOf(country).classes.map(({ rates }) => rates.at(-1)?.rate ?? null)
  return [...new Set([...sold, ...known])].toSorted((a, b) => (b ?? -1) - (a ?? -1))
}

export function draftOf(settings: AccountingSettings, country: CountryCode): AccountingDraft {
  const plan = planOf(settings, country)
  const rates = ratesOf(
    country,
    plan.byRate.map(({ rate }) => rate),
  )
  return {
    template: settings.template,
    language: settings.language,
    accounts: plan.accounts,
    rates: rates.map((rate) => {
      const own = plan.byRate.find((each) => each.rate === rate)
      return { rate, sales: own?.sales ?? '', vat: own?.vat ?? '' }
    }),
    cards: settings.cards,
    feeVat: percentOf(plan.feeVatRate),
    commissionVat: percentOf(plan.commissionVatRate),
  }
}

const isAccount = (text: string): boolean => accountSchema.safeParse(text).success

export function faultsOf({ accounts, rates, cards, feeVat, commissionVat }: AccountingDraft): DraftFaults {
  const optional = (text: string): boolean => text === '' || isAccount(text)
  return new Set([
    ...accountKeys.filter((key) => !isAccount(accounts[key])),
    ...rates.flatMap(({ rate, sales, vat }) => [
      ...(optional(sales) ? [] : [`sales-${rate}`]),
      ...(optional(vat) ? [] : [`vat-${rate}`]),
    ]),
    ...Object.entries(cards).flatMap(([terminal, account]) =>
      optional(account) ? [] : [`card-${terminal}`],
    ),
    ...(hundredthsOf(feeVat) === null ? ['feeVat'] : []),
    ...(hundredthsOf(commissionVat) === null ? ['commissionVat'] : []),
  ])
}

/** What is to be kept: only what differs from the country's plan. `null`: something is typed wrongly. */
export function settingsOf(draft: AccountingDraft, country: CountryCode): AccountingSettings | null {
  if (faultsOf(draft).size > 0) return null
  const usual = accountPlans[country]
  const other = (hundredths: number | null, expected: number): number | null =>
    hundredths === expected ? null : hundredths
  return {
    template: draft.template,
    language: draft.language,
    accounts: Object.fromEntries(
      accountKeys
        .filter((key) => draft.accounts[key] !== usual.accounts[key])
        .map((key) => [key, draft.accounts[key]]),
    ),
    byRate: draft.rates.flatMap(({ rate, sales, vat }) => {
      const expected = usual.byRate.find((each) => each.rate === rate)
      const own = {
        ...(sales !== '' && sales !== expected?.sales && { sales }),
        ...(vat !== '' && vat !== expected?.vat && { vat }),
      }
      return Object.keys(own).length === 0 ? [] : [{ rate, ...own }]
    }),
    cards: Object.fromEntries(Object.entries(draft.cards).filter(([, account]) => account !== '')),
    feeVatRate: other(hundredthsOf(draft.feeVat), usual.feeVatRate),
    commissionVatRate: other(hundredthsOf(draft.commissionVat), usual.commissionVatRate),
  }
}

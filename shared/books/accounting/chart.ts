import { accountNames } from '../../i18n/accounting/account-names.data.ts'
import { type EntryWord, entryWords } from '../../i18n/accounting/entry-words.data.ts'
import type { ScreenLanguage } from '../../kernel/language.ts'
import type { Owner } from '../../owners/owner.ts'
import type { VatRate } from '../../tax/vat-class.ts'
import { type AccountKey, type AccountPlan, cardAccount, salesAccount, vatAccount } from './account-plan.ts'
import { auxiliaryOf } from './auxiliary.ts'
import type { Place } from './journal-entry.ts'

/** A shop's accounts with their names, and the words of its entries, in the language its bookkeeper reads. */
export interface Chart {
  readonly plan: AccountPlan
  readonly words: Readonly<Record<EntryWord, string>>
  place(key: AccountKey): Place
  sales(rate: VatRate): Place
  vat(rate: VatRate): Place
  card(terminal: string | null): Place
  owner(key: 'ownerDues' | 'ownerAdvances', owner: string): Place
  ownerName(owner: string): string
  /** `20 %`, or that it is outside VAT. */
  rateName(rate: VatRate): string
}

export interface ChartParts {
  readonly plan: AccountPlan
  readonly language: ScreenLanguage
  /** Contract of an owner; `null`: only items name them. */
  readonly findOwner: (owner: string) => Owner | null
}

export function chartOf({ plan, language, findOwner }: ChartParts): Chart {
  const names: Readonly<Record<AccountKey, string>> = accountNames[language]
  const words = entryWords[language]
  const at = (account: string, key: AccountKey): Place => ({
    account,
    accountName: names[key],
    auxiliary: '',
    auxiliaryName: '',
  })
  const known = new Map<string, Pick<Place, 'auxiliary' | 'auxiliaryName'>>()
  /** Asked for once, however many pieces of theirs are sold. */
  const personOf = (owner: string): Pick<Place, 'auxiliary' | 'auxiliaryName'> => {
    const before = known.get(owner)
    if (before !== undefined) return before
    const contract = findOwner(owner)
    const name = language === 'ar' ? contract?.nameAr || contract?.name : contract?.name
    const auxiliary = auxiliaryOf(plan.accounts.ownerDues, owner, contract)
    const person = { auxiliary, auxiliaryName: name || owner }
    known.set(owner, person)
    return person
  }
  return {
    plan,
    words,
    place: (key) => at(plan.accounts[key], key),
    sales: (rate) => at(salesAccount(plan, rate), 'sales'),
    vat: (rate) => at(vatAccount(plan, rate), 'vat'),
    card: (terminal) => at(cardAccount(plan, terminal), 'cardClearing'),
    owner: (key, owner) => ({ ...at(plan.accounts[key], key), ...personOf(owner) }),
    ownerName: (owner) => personOf(owner).auxiliaryName,
    rateName: (rate) => (rate === null ? words.outside : `${String(rate / 100).replace('.', ',')} %`),
  }
}

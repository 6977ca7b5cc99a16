import type { ReceiptLanguage, ScreenLanguage } from '../../kernel/language.ts'
import type { BusinessDay } from '../../kernel/stamp.ts'
import type { Currency, Dirham } from '../../money/amount.ts'
import type { ExemptionKey } from '../exemption.ts'
import type { ExportRules } from '../export-rules.data.ts'
import type { CountryCode, RegimeKey } from '../regime.ts'
import type { VatClass, VatRate } from '../vat-class.ts'

/** In the languages of the screens. */
export type ScreenText = Readonly<Record<ScreenLanguage, string>>

/** In every language a receipt may lead in: what the law wants on paper. */
export type PaperText = Readonly<Record<ReceiptLanguage, string>>

/** A sentence that rests on an article of law; `{law}` in it is where the article stands, written alike in every language. */
export interface LegalText {
  readonly law: string
  readonly text: PaperText
}

/** Something that holds from a day on, until the next of its list. Oldest first. */
export interface Dated {
  readonly from: BusinessDay
}

export interface ClassRules {
  readonly vatClass: VatClass
  /** At least one; days before the first have the first. */
  readonly rates: readonly (Dated & { readonly rate: VatRate })[]
}

export interface ExemptionRules {
  readonly key: ExemptionKey
  readonly name: ScreenText
  readonly text: LegalText
}

export interface RegimeRules {
  readonly key: RegimeKey
  /** Whether its tickets carry VAT at all. */
  readonly chargesVat: boolean
  readonly name: ScreenText
  /** What it means for the shop, in a sentence. */
  readonly meaning: ScreenText
  /** What stands on paper in place of VAT (in Morocco CGI art. 145-III-6°); `null`: VAT itself does. */
  readonly mention: LegalText | null
}

/** Duty on receipts for cash: `perTenThousand` of what was taken in cash, VAT included, halves of a centime away from zero. */
export interface DutyRules extends Dated {
  readonly perTenThousand: number
}

/**
 * What a country's law says of selling over a counter: names, rates, texts, limits, each with the day it begins to hold.
 * Everything a shop chooses among is here; nothing of it is in code.
 */
export interface CountryRules {
  readonly country: CountryCode
  readonly name: ScreenText
  /** What tickets are written in. */
  readonly currency: Currency
  /** Behind a sum on paper; `null`: as the words of the receipt have it. */
  readonly currencyMark: string | null
  /** Classes that its catalogue may use, by rate descending, exempt last. */
  readonly classes: readonly ClassRules[]
  readonly exemptions: readonly ExemptionRules[]
  /** Of an item of class `exempt` that gives no reason. */
  readonly usualExemption: ExemptionKey
  /** The first is what holds where a shop chose nothing. */
  readonly regimes: readonly RegimeRules[]
  /** A ticket of this much or more takes no cash; none in the list: no limit. */
  readonly cashCeilings: readonly (Dated & { readonly ceiling: Dirham })[]
  /** None: there is no such duty. */
  readonly duty: readonly DutyRules[]
  /** Steps cash may be rounded to, minor units; 0: none. */
  readonly cashSteps: readonly Dirham[]
  /** Tax-refund forms for visitors that the till can make out; none: it cannot. */
  readonly exportForms: readonly ExportRules[]
}

/** What holds on a day: the newest that has begun. @returns `undefined` before the first */
export const inForceOn = <T extends Dated>(dated: readonly T[], day: BusinessDay): T | undefined =>
  dated.findLast(({ from }) => from <= day)

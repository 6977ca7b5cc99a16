import type { AccountingSettings } from '../../books/accounting/accounting-settings.ts'
import type { NumberedEntry } from '../../books/accounting/number-entries.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { BusinessDay } from '../../kernel/stamp.ts'
import type { CountryCode } from '../../tax/regime.ts'

/** A template that can be chosen, or why it cannot. */
export interface TemplateCard {
  /** As settings and the command line name it. */
  readonly key: string
  /** As people call it. */
  readonly name: string
  /** The shop wrote it itself; it stands in for one that comes with the till by the same name. */
  readonly own: boolean
  readonly fault: Refusal | null
}

/** How the shop keeps its books. */
export interface AccountingView {
  readonly settings: AccountingSettings
  /** Whose plan of accounts it starts from. */
  readonly country: CountryCode
  /** The day that is traded now. */
  readonly today: BusinessDay
  /** Own ones first. */
  readonly templates: readonly TemplateCard[]
}

/** A day of the journal as it would be booked, to be looked at. */
export interface JournalPreview {
  readonly entries: readonly NumberedEntry[]
  /** Shifts of that day that are still open: nothing of them is booked yet. */
  readonly openShifts: number
  /** The same as the template writes it, its first lines. */
  readonly text: readonly string[]
  /** Characters that its encoding does not have, written as others or as `?`. */
  readonly replaced: number
  /** Texts that were cut to their column. */
  readonly cut: number
}

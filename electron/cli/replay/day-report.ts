import type { DayTotals } from '#shared/books/day-totals.ts'
import type { RefusalCode } from '#shared/kernel/refusal.ts'

/** What a replay prints: the day's totals, the chain they rest on, and what the till refused on which line. */
export interface DayReport extends DayTotals {
  readonly chain: { readonly entries: number; readonly valid: boolean; readonly head: string }
  readonly refused: readonly { readonly line: number; readonly code: RefusalCode }[]
}

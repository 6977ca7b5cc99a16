import type { RefusalCode } from '#shared/kernel/refusal.ts'

/** What a replay prints; amounts are decimal strings with two places. */
export interface DayReport {
  readonly tickets: number
  readonly refunds: number
  readonly cancelled: number
  readonly gross: string
  readonly discounts: string
  readonly vat: readonly {
    readonly rate: string
    readonly net: string
    readonly vat: string
    readonly gross: string
  }[]
  readonly tenders: readonly { readonly kind: string; readonly amount: string }[]
  readonly rounding: string
  /** The last closed shift's; `null`: none was closed. */
  readonly drawer: {
    readonly float: string
    readonly cash: string
    readonly in: string
    readonly out: string
    readonly expected: string
    readonly counted: string
    readonly difference: string
  } | null
  readonly owners: readonly { readonly owner: string; readonly gross: string; readonly due: string }[]
  readonly stock: readonly { readonly sku: string; readonly qty: number }[]
  readonly cards: { readonly approved: number; readonly declined: number; readonly unknown: number }
  readonly outbox: { readonly acquirer: number; readonly marketplace: number }
  readonly grandTotal: string
  readonly chain: { readonly entries: number; readonly valid: boolean; readonly head: string }
  readonly refused: readonly { readonly line: number; readonly code: RefusalCode }[]
}

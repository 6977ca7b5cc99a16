import type { RefusalCode } from '../../kernel/refusal.ts'

/** What a refused person reads: what happened, what happened to the money, what to do next. ICU messages. */
export interface RefusalWords {
  readonly title: string
  readonly money: string
  readonly next: string
}

export type RefusalTable = Readonly<Record<RefusalCode, RefusalWords>>

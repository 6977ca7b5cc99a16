import type { TerminalStep } from '../../kernel/attempt.ts'

/** What the visitor's own screen says, in the language of their receipt. Short: it is read across a counter. */
export interface CustomerWords {
  readonly total: string
  /** Before what was paid already, where a sale is paid in parts. */
  readonly paid: string
  /** Before what is still due. */
  readonly toPay: string
  /** Before what cash has to cover, where duty comes on top of it. */
  readonly inCash: string
  /** What to do with the card now; the terminal's own screen says the same. */
  readonly step: Readonly<Record<TerminalStep, string>>
  /** Money comes back onto the card. */
  readonly moneyBack: string
  /** Nobody knows yet what the terminal did; calm, and true of every case. */
  readonly checking: string
  readonly scan: string
  /** Below `scan`: which app. */
  readonly scanHow: string
  readonly change: string
  readonly givenBack: string
  readonly thanks: string
  readonly practice: string
  /** Behind an amount. */
  readonly currency: string
}

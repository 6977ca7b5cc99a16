import type { Seq, ShiftId, TicketNumber, TillId } from '../kernel/ids.ts'
import type { BusinessDay, Stamp } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'
import type { ClosingFigures, ClosingNotes } from './closing-figures.ts'

export const periods = ['shift', 'month', 'year'] as const
export type Period = (typeof periods)[number]

/**
 * A period that is over, in figures, for good. What it says can be recomputed from the journal (`verify` does), and is said
 * once: a period is closed once, closings are numbered without gaps, each kind in a series of its own from 1.
 */
export interface Closing {
  readonly version: 1
  readonly period: Period
  /** Of a shift: the number of its Z. */
  readonly number: number
  /** The shift's id, `2026-11`, or `2026`. */
  readonly of: ShiftId | string
  /** Business days with a shift in it, first and last. */
  readonly days: { readonly first: BusinessDay; readonly last: BusinessDay }
  readonly till: TillId
  readonly closedAt: Stamp
  readonly by: string
  /** The stretch of the journal: of a shift from its opening, of a month or a year over all its shifts. */
  readonly entries: { readonly first: Seq; readonly last: Seq }
  /** Hash of entry `entries.last`: the chain up to there, in 64 hex digits. */
  readonly head: string
  readonly tickets: { readonly first: TicketNumber; readonly last: TicketNumber } | null
  readonly figures: ClosingFigures
  /** `null` for months and years. */
  readonly notes: ClosingNotes | null
  /** Perpetual, at the end of the period: Σ gross of sales − refunds, and Σ |gross|, since the till's first day. */
  readonly grandTotal: Dirham
  readonly absoluteTotal: Dirham
  /** How many times this ledger was brought back from a backup before. */
  readonly restores: number
}

/** Ed25519 over the UTF-8 of `canonicalJson(closing)`; both base64url. `null`: the shop had no key that could be used. */
export interface ClosingSignature {
  readonly publicKey: string
  readonly signature: string
}

export type ClosingFact = {
  /** In one transaction with the `shiftClosed` it follows, or by itself for a month or a year. */
  readonly kind: 'periodClosed'
  readonly closing: Closing
  readonly signed: ClosingSignature | null
}

/** The closing that a command would make, as the till's books work it out before the turn; `null`: there is nothing to close. */
export type PreparedClosing = Omit<ClosingFact, 'kind'>

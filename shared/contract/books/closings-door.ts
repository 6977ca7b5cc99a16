import { type } from '@orpc/contract'
import { z } from 'zod'
import { type Closing, type Period, periods } from '../../closing/closing.ts'
import type { ClosingFigures, ClosingNotes, TerminalTakings } from '../../closing/closing-figures.ts'
import type { Seq, ShiftId } from '../../kernel/ids.ts'
import type { BusinessDay, Stamp } from '../../kernel/stamp.ts'
import type { Dirham } from '../../money/amount.ts'
import type { Answer } from '../contract.ts'
import { door } from '../door.ts'

/** A closing as a list shows it. */
export interface ClosingLine {
  /** Of its journal entry. */
  readonly seq: Seq
  readonly period: Period
  readonly number: number
  /** The shift's id, `2026-11`, or `2026`. */
  readonly of: string
  readonly days: Closing['days']
  readonly closedAt: Stamp
  readonly by: string
  /** Sales and refunds together. */
  readonly tickets: number
  readonly gross: Dirham
  /** Of the drawer. */
  readonly difference: Dirham
}

/**
 * `good`: by a key of this shop's journal. `stranger`: by a key that the journal does not know. `broken`: the figures are
 * not those that were signed. `none`: the shop had no key that could be used.
 */
export type SealState = 'good' | 'stranger' | 'broken' | 'none'

export interface ClosingDetail {
  readonly seq: Seq
  readonly closing: Closing
  readonly seal: SealState
  /** Eighty bits of the key, for two people to compare; `null`: unsigned. */
  readonly key: string | null
  /** Of a shift: the terminals beside what was settled since, as it stands now; else as the closing says. */
  readonly terminals: readonly TerminalTakings[]
}

/** The open shift so far (X). */
export interface Reading {
  readonly shiftId: ShiftId
  readonly businessDay: BusinessDay
  readonly cashier: string
  readonly tickets: Closing['tickets']
  readonly figures: ClosingFigures
  readonly notes: ClosingNotes
  readonly grandTotal: Dirham
  readonly absoluteTotal: Dirham
}

/** Months and years that are over, not closed and had a shift, oldest first. */
export interface DuePeriods {
  readonly months: readonly string[]
  readonly years: readonly string[]
}

/** Closings as screens ask for them: managers and owners only (`managerNeeded`). What closes is `counter.send`. */
export const closingsDoor = {
  /** Newest first; `before`: only of smaller numbers. */
  list: door
    .input(
      z.object({
        period: z.enum(periods),
        before: z.number().int().min(1).nullable(),
        limit: z.number().int().min(1).max(100),
      }),
    )
    .output(type<Answer<readonly ClosingLine[]>>()),
  /** Refused as `unknownClosing`. */
  get: door
    .input(
      z.object({
        seq: z
          .number()
          .int()
          .min(1)
          .transform((seq) => seq as Seq),
      }),
    )
    .output(type<Answer<ClosingDetail>>()),
  due: door.output(type<Answer<DuePeriods>>()),
  /** `null`: no shift is open. */
  reading: door.output(type<Answer<Reading | null>>()),
}

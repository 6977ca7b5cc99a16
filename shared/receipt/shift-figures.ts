import type { Closing, ClosingSignature } from '../closing/closing.ts'
import type { ClosingFigures, ClosingNotes } from '../closing/closing-figures.ts'
import type { ShiftId } from '../kernel/ids.ts'
import type { BusinessDay, Stamp } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'

/** A shift as its papers show it: of its closing, once it has one, and else as far as it has got. */
export interface ShiftFigures {
  readonly shiftId: ShiftId
  readonly businessDay: BusinessDay
  readonly cashier: string
  readonly openedAt: Stamp
  /** `null`: still open; all figures are so far, and nobody has counted the drawer. */
  readonly closedAt: Stamp | null
  /** Of its Z; `null`: open, or closed before closings were numbered. */
  readonly number: number | null
  /** Of the shift's tickets, sales and refunds in one series; `null`: there is none. */
  readonly tickets: Closing['tickets']
  readonly figures: ClosingFigures
  readonly notes: ClosingNotes
  /** Sales − refunds since the till's first day, and Σ |gross|; `null`: nobody wrote it down then. */
  readonly grandTotal: Dirham
  readonly absoluteTotal: Dirham | null
  readonly restores: number
  /** Hex hash of the last journal entry the figures include. */
  readonly hash: string
  readonly signed: ClosingSignature | null
}

import type { Fact } from '../checkout/fact.ts'
import type { ShiftId } from '../kernel/ids.ts'
import type { Stamp } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'
import type { ShiftFigures } from '../receipt/shift-figures.ts'
import { figuresOf, newShiftTally, type ShiftTally, tallyShiftFact } from './shift-tally.ts'

/** A fact with what its journal entry adds to it. */
export interface ShiftEntry {
  readonly fact: Fact
  readonly at: Stamp
  /** Hex hash of the entry. */
  readonly hash: string
}

/**
 * The figures of one shift, from the journal's entries in order: those before it was opened and after it was closed
 * do not count, so that any stretch that holds the whole shift will do.
 * @param grandTotal of the till now; a closed shift has its own in the journal
 * @returns `null` where the entries do not open such a shift
 */
export function shiftFiguresOf(
  entries: Iterable<ShiftEntry>,
  shiftId: ShiftId,
  grandTotal: Dirham,
): ShiftFigures | null {
  let tally: ShiftTally | null = null
  for (const { fact, at, hash } of entries) {
    if (fact.kind === 'shiftOpened' && fact.shiftId === shiftId) tally = newShiftTally(fact, at, grandTotal)
    if (tally === null) continue
    tallyShiftFact(tally, fact, at)
    tally.hash = hash
    if (fact.kind === 'shiftClosed') break
  }
  return tally === null ? null : figuresOf(tally)
}

import type { Dirham } from '../money/amount.ts'
import { dirham } from '../money/amount.ts'
import { denominations } from '../money/denominations.data.ts'

/** How many of one coin or note lie in the drawer. */
export interface CountedPieces {
  /** Minor units; one of `denominations`. */
  readonly face: Dirham
  /** [0, 99_999] */
  readonly pieces: number
}

/** More than any drawer holds of one coin. */
export const mostPieces = 99_999

/** What the pieces come to. @throws RangeError on a fraction of one */
export const countedTotal = (count: readonly CountedPieces[]): Dirham =>
  dirham(count.reduce((total, { face, pieces }) => total + face * pieces, 0))

/** Whether pieces can lie in a drawer: coins and notes that exist, once each, in whole numbers. */
const isCount = (count: readonly CountedPieces[]): boolean =>
  new Set(count.map(({ face }) => face)).size === count.length &&
  count.every(
    ({ face, pieces }) =>
      denominations.some((each) => each.face === face) &&
      Number.isInteger(pieces) &&
      pieces >= 0 &&
      pieces <= mostPieces,
  )

/** Whether a count is one, and comes to the sum beside it. `null`: only the sum was typed. */
export const countHolds = (count: readonly CountedPieces[] | null, counted: Dirham): boolean =>
  count === null || (isCount(count) && countedTotal(count) === counted)

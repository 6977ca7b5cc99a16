import type { Dirham } from '../money/amount.ts'
import { dirham } from '../money/amount.ts'

/** How many of one coin or note lie in the drawer. */
export interface CountedPieces {
  /** Minor units; one of `denominations`. */
  readonly face: Dirham
  /** [0, 99_999] */
  readonly pieces: number
}

/** What the pieces come to. */
export const countedTotal = (count: readonly CountedPieces[]): Dirham =>
  dirham(count.reduce((total, { face, pieces }) => total + face * pieces, 0))

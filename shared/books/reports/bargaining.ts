import type { Dirham } from '../../money/amount.ts'

/** What bargaining cost. Of sales at the counter: a piece that comes back later was bargained over all the same. */
export interface Bargained {
  /** Lines sold at the counter. */
  readonly lines: number
  /** Lines of them with a price that was shaken on. */
  readonly bargained: number
  /** Under their floor, allowed by a manager. */
  readonly belowFloor: number
  /** What labels asked for the bargained lines. */
  readonly posted: Dirham
  /** Posted − agreed. */
  readonly given: Dirham
  /** `given` in tenths of a percent of `posted`, rounded half up; 0 where nothing was asked. */
  readonly permille: number
}

export interface BargainedRow extends Bargained {
  /** `null`: no category, or nobody named. */
  readonly key: string | null
}

/** `rest`: all beyond the longest list a screen is sent, as `Breakdown` has it. */
export interface BargainedBy {
  readonly rows: readonly BargainedRow[]
  readonly rest: (Bargained & { readonly keys: number }) | null
}

/**
 * Bargaining of a span; each list adds up to `total`. `total.given + online + returned` are the discounts of all its tickets,
 * as its closings have them.
 */
export interface BargainingReport {
  readonly total: Bargained
  /** Under the label in online orders: nobody bargains there. */
  readonly online: Dirham
  /** Discounts of what came back; ≤ 0. */
  readonly returned: Dirham
  /** Most given first; lines nobody bargained over are counted, too. */
  readonly categories: BargainedBy
  readonly cashiers: BargainedBy
  readonly makers: BargainedBy
}

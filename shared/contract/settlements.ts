import type { BusinessDay, Stamp } from '../kernel/stamp.ts'
import type { BatchId, BatchState, BatchWay, DisputeCause, Resolution } from '../settlement/batch.ts'
import type { AgreedBy } from '../settlement/facts.ts'
import type { CardMovement } from '../settlement/movement.ts'
import type { MatchedLine, StatementId } from '../settlement/statement.ts'
import type { BatchTotals, Counted, ToldTotals } from '../settlement/totals.ts'
import type { LaneView } from './forwards.ts'

/** One settlement as a list shows it. */
export interface BatchView {
  readonly batch: BatchId
  readonly number: number
  readonly acquirer: string
  readonly acquirerName: string
  readonly way: BatchWay
  readonly terminal: string
  readonly businessDay: BusinessDay
  readonly frozenAt: Stamp
  readonly state: BatchState
  /** Asked at least once, and no answer yet: the same message is repeated. */
  readonly unconfirmed: boolean
  /** It is repeated no more until a person says so. */
  readonly setAside: boolean
  readonly movements: number
  /** How many of them the host acknowledged; of an upload only. */
  readonly uploaded: number
  readonly ours: BatchTotals
  readonly told: ToldTotals | null
  readonly cause: DisputeCause | null
  /** The other side's code and words; '' where it has none. */
  readonly code: string
  readonly text: string
  readonly reference: string
  readonly agreedBy: AgreedBy | null
  readonly resolution: { readonly kind: Resolution; readonly person: string; readonly note: string } | null
  readonly endedAt: Stamp | null
}

/** A movement of a batch with what the other side said of it. */
export interface BatchLine {
  readonly movement: CardMovement
  /** DE 39 of its upload, as received; `null`: it was not uploaded or not answered. */
  readonly code: string | null
  /** Line of the statement that pays it; `null`: none yet. */
  readonly paidBy: { readonly statement: StatementId; readonly line: number } | null
}

/** Card money in no batch yet. */
export interface Collected {
  readonly terminal: string
  readonly terminalName: string
  /** `null`: no acquirer is set up for this terminal. */
  readonly acquirer: string | null
  readonly count: number
  readonly net: number
  readonly since: Stamp
  /** Attempts whose outcome is not known yet: they wait for the next batch. */
  readonly unknown: Counted
}

export interface SettlementsView {
  readonly collected: readonly Collected[]
  /** Newest first, at most 200; all that are not ended are among them. */
  readonly batches: readonly BatchView[]
  readonly lanes: readonly LaneView[]
}

export interface StatementView {
  readonly statement: StatementId
  readonly acquirer: string
  readonly file: string
  readonly importedAt: Stamp
  readonly lines: number
  readonly unmatched: number
  readonly gross: number
  readonly fees: number
  /** What reaches the account: gross − fees, as far as the lines say theirs. */
  readonly net: number
}

export interface StatementDetail extends StatementView {
  /** Lines without a movement first, then in the file's order. */
  readonly matched: readonly MatchedLine[]
  /** Movements of its days that no statement pays; at most 500. */
  readonly unpaid: readonly CardMovement[]
}

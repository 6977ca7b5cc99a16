import type { ClosingSums } from './closing-sums.ts'
import type { ClosingHead, TableFiles } from './table-files.ts'

/** Where a ticket that is given back from is found: its closing and its transaction. */
export interface Origin {
  readonly head: ClosingHead
  readonly transaction: string
}

/** Where rows of a closing go, and what they are told beside the journal. */
export interface RowDesk {
  readonly files: TableFiles
  readonly head: ClosingHead
  readonly sums: ClosingSums
  readonly currency: string
  /** AGENTUR_ID of somebody whose pieces are sold in their own name. */
  agencyOf(owner: string): number
  /** `null`: it is not in this ledger. */
  originOf(ticket: number): Origin | null
}

import type { Command } from '#shared/checkout/command.ts'
import type { CheckoutView } from '#shared/checkout/view.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { PrintJobView } from '#shared/contract/papers.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import type { LaidPaper } from './ports.ts'

/**
 * The counter: runs the checkout machine of this till. One command at a time, in order of arrival; each is decided,
 * made durable, adopted, and only then carried out.
 */
export interface Counter {
  view(): CheckoutView
  /** Called with every new view, from the next one on. */
  watch(listener: (view: CheckoutView) => void): () => void
  /** The print queue of the desk in front: what waits, prints or waits for an answer, and the last few that ended. */
  printJobs(): readonly PrintJobView[]
  /** A paper as that desk would print it now, for eyes and not a copy; `null`: there is no such paper. */
  lay(paper: PaperRequest): Promise<LaidPaper | null>
  /**
   * Resolves when the command's facts are durable (or it is refused); what follows from them (the terminal, the paper)
   * shows in the views. Never rejects: a disk that refuses answers `ledgerUnwritable`.
   * @param by name of whoever unlocked the till
   */
  send(command: Command, by: string): Promise<Answer>
  /** Resolves when no effect is under way: no attempt in flight, no receipt in the queue. For replays and tests. */
  settled(): Promise<void>
  /** Stops effects as a closing till would; an attempt in flight stays in the ledger as it is. */
  close(): Promise<void>
}

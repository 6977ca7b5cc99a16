import type { Command } from '#shared/checkout/command.ts'
import type { CheckoutView } from '#shared/checkout/view.ts'
import type { Answer } from '#shared/contract/contract.ts'

/**
 * The counter: runs the checkout machine of this till. One command at a time, in order of arrival; each is decided,
 * made durable, adopted, and only then carried out.
 */
export interface Counter {
  view(): CheckoutView
  /** Called with every new view, from the next one on. */
  watch(listener: (view: CheckoutView) => void): () => void
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

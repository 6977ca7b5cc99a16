/**
 * ServiceIDs: 1 to 10 characters, unique for one terminal within 48 hours (Adyen, Terminal API fundamentals).
 *
 * A transaction's is its durable sequence number and nothing else. The question about it must name the same ID
 * after a restart, and a wrong name would be answered `NotFound`; the day it was sent on can only be told from a
 * clock that may have jumped since, so it is no part of it. The sequence comes round after 999 999 transactions,
 * which no till makes in 48 hours. A till whose ledger began anew could meet an ID of its former life: the time
 * stamp in SaleTransactionID, which the terminal repeats, tells the two apart.
 */
export const transactionServiceId = (sequence: number): string => String(sequence).padStart(6, '0')

/**
 * IDs of messages about nothing durable: `Q` and the moment in base 36, so they meet neither each other nor a
 * transaction's, nor those of this till's former process.
 */
export class PassingServiceIds {
  #lastMs = 0

  /** @param utcMs the till's wall clock */
  next(utcMs: number): string {
    this.#lastMs = Math.max(utcMs, this.#lastMs + 1)
    // Nine characters until 2059, ten ever after.
    return `Q${this.#lastMs.toString(36)}`.slice(0, 10)
  }
}

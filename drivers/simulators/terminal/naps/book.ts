import type { ChargeJournal } from '../charge-journal.ts'
import type { ChargeEvent } from '../terminal-simulator.ts'

/** A transaction as the terminal knows it. `approved`: waiting for its confirmation. */
export interface Transaction {
  readonly stan: string
  readonly sequence: string
  readonly station: string
  readonly amountMinor: number
  readonly code: string
  readonly authorisation: string
  /** The terminal's clock, DDMMYYYY and HHMMSS. */
  readonly date: string
  readonly time: string
  state: 'refused' | 'approved' | 'confirmed' | 'reversed' | 'voided'
}

/** The terminal's memory: transactions since the last end of day, and its record of events. */
export class ChargeBook {
  #transactions: Transaction[] = []
  #stan = 0
  readonly #journal: ChargeJournal

  constructor(journal: ChargeJournal) {
    this.#journal = journal
  }

  nextStan(): string {
    this.#stan = (this.#stan % 999_999) + 1
    return String(this.#stan).padStart(6, '0')
  }

  add(transaction: Transaction): void {
    this.#transactions.push(transaction)
    this.#record(transaction, transaction.state === 'refused' ? 'refused' : 'approved')
  }

  become(transaction: Transaction, state: 'confirmed' | 'reversed' | 'voided'): void {
    transaction.state = state
    this.#record(transaction, state)
  }

  last(): Transaction | undefined {
    return this.#transactions.at(-1)
  }

  byStan(stan: string): Transaction | undefined {
    return this.#transactions.findLast((each) => each.stan === stan)
  }

  /** The last sale that could still be voided. */
  lastConfirmed(): Transaction | undefined {
    return this.#transactions.findLast((each) => each.state === 'confirmed' || each.state === 'voided')
  }

  /** End of day: sales leave for the acquirer and can no longer be voided here. */
  settle(at: string): void {
    this.#transactions = []
    this.#journal.record({ event: 'settled', trace: '', reference: '', amountMinor: 0, at })
  }

  #record(transaction: Transaction, event: ChargeEvent['event']): void {
    const { stan: trace, sequence: reference, amountMinor, date, time } = transaction
    this.#journal.record({ event, trace, reference, amountMinor, at: `${date} ${time}` })
  }
}

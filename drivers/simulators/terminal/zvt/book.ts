import type { ChargeJournal } from '../charge-journal.ts'

/** A transaction as the terminal knows it. `approved`: its acknowledgement is waited for. */
export interface Transaction {
  readonly kind: 'charge' | 'refund' | 'void'
  /** BMP 87, four digits. */
  readonly receipt: string
  /** BMP 0B, six digits; another count than the receipts'. */
  readonly trace: string
  /** What a void undid. */
  readonly original: Transaction | null
  readonly amountMinor: number
  readonly authorisation: string
  /** MMDD and HHMMSS. */
  readonly date: string
  readonly time: string
  state: 'refused' | 'approved' | 'confirmed' | 'reversed' | 'voided'
  settled: boolean
}

export interface Moment {
  readonly date: string
  readonly time: string
}

/** The terminal's memory of transactions; what happens to money goes into its journal. */
export class TransactionBook {
  readonly #journal: ChargeJournal
  readonly #transactions: Transaction[] = []
  #count = 0

  constructor(journal: ChargeJournal) {
    this.#journal = journal
  }

  /** @param original of a void: it no longer stands */
  add(
    kind: Transaction['kind'],
    amountMinor: number,
    now: Moment,
    state: 'refused' | 'approved',
    original: Transaction | null = null,
  ): Transaction {
    this.#count = (this.#count % 9_999) + 1
    const transaction: Transaction = {
      kind,
      receipt: String(this.#count).padStart(4, '0'),
      trace: String((this.#count + 152) % 1_000_000).padStart(6, '0'),
      original,
      amountMinor,
      authorisation: String(100_000 + ((this.#count * 7_919) % 900_000)),
      ...now,
      state,
      settled: false,
    }
    this.#transactions.push(transaction)
    if (original !== null && state === 'approved') {
      original.state = 'voided'
      this.#record('voided', original)
    } else if (state === 'refused') this.#record('refused', transaction)
    else this.#record(kind === 'refund' ? 'refunded' : 'approved', transaction)
    return transaction
  }

  confirm(transaction: Transaction): void {
    if (transaction.state !== 'approved') return
    transaction.state = 'confirmed'
    if (transaction.kind === 'charge') this.#record('confirmed', transaction)
  }

  /** Taken back by the terminal itself. A void is never taken back. */
  reverse(transaction: Transaction): void {
    if (transaction.state !== 'approved' || transaction.kind === 'void') return
    transaction.state = 'reversed'
    this.#record('reversed', transaction)
  }

  last(): Transaction | undefined {
    return this.#transactions.at(-1)
  }

  byReceipt(receipt: string): Transaction | undefined {
    return this.#transactions.findLast((each) => each.receipt === receipt)
  }

  /** The last charge that could still be undone. */
  lastCharge(): Transaction | undefined {
    return this.#transactions.findLast((each) => each.kind === 'charge' && each.state !== 'refused')
  }

  /** End of day: transactions leave for the acquirer and can no longer be undone here. */
  settle(now: Moment): void {
    for (const each of this.#transactions) each.settled = true
    this.#journal.record({
      event: 'settled',
      trace: '',
      reference: '',
      amountMinor: 0,
      at: `${now.date} ${now.time}`,
    })
  }

  #record(
    event: 'refused' | 'approved' | 'confirmed' | 'reversed' | 'voided' | 'refunded',
    of: Transaction,
  ): void {
    const { receipt, amountMinor, date, time } = of
    this.#journal.record({ event, trace: receipt, reference: '', amountMinor, at: `${date} ${time}` })
  }
}

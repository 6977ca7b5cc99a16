import type { Body, Request } from './request-reader.ts'

/** A transaction as the terminal knows it. */
export interface Transaction {
  readonly kind: 'payment' | 'refund' | 'reversal'
  readonly request: Request
  readonly transactionId: string
  /** The terminal's clock when it took it up, ISO 8601. */
  readonly at: string
  readonly authorisation: string
  /** Centimes that moved, or would have. */
  readonly amountMinor: number
  /** `open`: not decided. */
  state: 'open' | 'refused' | 'approved' | 'voided'
  /** The response's body once decided; the truth, whatever went over the wire. */
  response: Body | null
  /** Until then it is not admitted to be decided, on the terminal's own clock. */
  admittedAtMs: number
  /** It left for the acquirer with an end of day. */
  settled: boolean
}

/** How many transactions are remembered. */
const memory = 1_000

/** The terminal's memory. It outlasts a loss of power. */
export class Transactions {
  readonly #all: Transaction[] = []
  #count = 0

  /** A name for the next transaction: a tender reference and the acquirer's, as Adyen joins them. */
  nextName(): { readonly transactionId: string; readonly authorisation: string } {
    this.#count += 1
    const number = String(this.#count).padStart(6, '0')
    return {
      transactionId: `SIM${number}.HNT${number}`,
      authorisation: String(100_000 + ((this.#count * 7_919) % 900_000)),
    }
  }

  add(transaction: Transaction): void {
    this.#all.push(transaction)
    if (this.#all.length > memory) this.#all.shift()
  }

  /** One and the same till's request of this number, of any category unless one is named. */
  find(saleId: string, serviceId: string, category?: string): Transaction | undefined {
    return this.#all.findLast(
      ({ request }) =>
        request.saleId === saleId &&
        request.serviceId === serviceId &&
        (category === undefined || request.category === category),
    )
  }

  /** A till's latest. */
  last(saleId: string): Transaction | undefined {
    return this.#all.findLast(({ request }) => request.saleId === saleId)
  }

  byName(transactionId: string, at: string): Transaction | undefined {
    return this.#all.find((each) => each.transactionId === transactionId && each.at === at)
  }

  /** Closes the period. */
  settle(): void {
    for (const each of this.#all) if (each.state !== 'open') each.settled = true
  }
}

import type { WriteLedger } from '#electron/ledger/handles.ts'
import { notBefore } from '#electron/ledger/not-before.ts'
import type { BatchMovement, BatchRow } from '#electron/ledger/settlement-handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { BatchId, DisputeCause } from '#shared/settlement/batch.ts'
import type { AgreedBy, SettlementFact } from '#shared/settlement/facts.ts'
import type { ToldTotals } from '#shared/settlement/totals.ts'
import { messagesOf } from './batch-messages.ts'

/** What of the ledger forwarders of settlement need. */
export type SettlementLedger = Pick<
  WriteLedger,
  | 'append'
  | 'attempt'
  | 'findBatch'
  | 'findMovement'
  | 'head'
  | 'lastNumbers'
  | 'movementsOfBatch'
  | 'outbox'
  | 'retractedAttempts'
  | 'unknownAttempts'
>

export interface BatchBookParts {
  readonly ledger: SettlementLedger
  readonly clock: Clock
  /** Called when a fact about a batch was written down. */
  readonly changed: () => void
}

/** One batch while it is asked about: each answer is a fact on the disk before the next question leaves. */
export class BatchBook {
  readonly #id: BatchId
  /** The message in the outbox that is about this batch. */
  readonly #message: number
  readonly #parts: BatchBookParts

  constructor(id: BatchId, message: number, parts: BatchBookParts) {
    this.#id = id
    this.#message = message
    this.#parts = parts
  }

  /** As it stands now. @throws Error when the ledger has no such batch */
  batch(): BatchRow {
    const batch = this.#parts.ledger.findBatch(this.#id)
    if (batch === null) throw new Error('a message of the outbox is about a batch that is not there')
    return batch
  }

  movements(): readonly BatchMovement[] {
    return this.#parts.ledger.movementsOfBatch(this.#id)
  }

  /** Whether a charge on its terminal is under way or not known. */
  isInDoubt(): boolean {
    return this.#parts.ledger.unknownAttempts(this.batch().terminal).count > 0
  }

  lastStan(): number {
    return this.#parts.ledger.lastNumbers(this.batch().acquirer).stan
  }

  /** There is more to ask. */
  write(fact: SettlementFact): void {
    this.#append(fact, [])
  }

  agree(by: AgreedBy['kind'] & ('host' | 'terminal'), reference: string, told: ToldTotals | null): void {
    this.end({ kind: 'batchAgreed', batch: this.#id, by: { kind: by }, reference, told })
  }

  dispute(cause: DisputeCause, told: ToldTotals | null, code = '', text = ''): void {
    this.end({ kind: 'batchDisputed', batch: this.#id, cause, code, text, told })
  }

  /** Nothing more to ask: the answer and the end of its message are one transaction. */
  end(fact: SettlementFact): void {
    // Totals that agree are the answer to what a host did not want to be told before them.
    const tells = fact.kind === 'batchAgreed' ? messagesOf(this.#parts.ledger.outbox, this.#id) : []
    const refused = tells.filter(({ state }) => state === 'setAside')
    this.#append(fact, [...refused.map(({ id }) => id), this.#message])
  }

  #append(fact: SettlementFact, delivered: readonly number[]): void {
    const { ledger, clock, changed } = this.#parts
    ledger.append([fact], 'till', notBefore(ledger, clock.now()), [], { delivered })
    changed()
  }
}

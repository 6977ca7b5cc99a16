import type { WaitingForward } from '#electron/ledger/outbox-handles.ts'
import type { BatchRow } from '#electron/ledger/settlement-handles.ts'
import type { BatchId } from '#shared/settlement/batch.ts'
import type { Delivery, Forwarder } from '../forwarder.ts'
import { askHost, type HostedAcquirer } from './ask-host.ts'
import { askTerminal, type SettlingTerminals } from './ask-terminal.ts'
import { BatchBook, type BatchBookParts } from './batch-book.ts'
import { delivered, unsent } from './no-answer.ts'
import { tellHost } from './tell-host.ts'

export interface SettlementForwarderParts extends BatchBookParts {
  /** The host as it is set up now; `null` with a sentence where it cannot be reached as it is set up. */
  readonly acquirer: () =>
    | { readonly hosted: HostedAcquirer }
    | { readonly hosted: null; readonly why: string }
  readonly terminals: SettlingTerminals
  /** Writes the signed file of a batch, durably; the same one again if it is there. */
  readonly handIn: (batch: BatchRow) => Promise<{ readonly file: string; readonly sha256: string }>
}

/** Brings to one acquirer what there is to say about its batches. */
export class SettlementForwarder implements Forwarder {
  readonly #parts: SettlementForwarderParts
  readonly #untold = new Set<BatchId>()

  constructor(parts: SettlementForwarderParts) {
    this.#parts = parts
  }

  async forward(row: WaitingForward, signal: AbortSignal): Promise<Delivery> {
    const { body } = row
    if (body.type !== 'settleBatch' && body.type !== 'tellReversal' && body.type !== 'tellAdvice')
      throw new Error(`a message of type ${body.type} is nothing for an acquirer`)
    if (body.type === 'settleBatch') return this.#settle(body.batch, row, signal)
    const acquirer = this.#parts.acquirer()
    return acquirer.hosted === null
      ? unsent('notSignedOn', acquirer.why)
      : tellHost(acquirer.hosted, this.#parts.ledger, body, row, signal)
  }

  /** By the way the batch was frozen for, whatever is set up since. */
  async #settle(id: BatchId, row: WaitingForward, signal: AbortSignal): Promise<Delivery> {
    const book = new BatchBook(id, row.id, this.#parts)
    switch (book.batch().way) {
      case 'terminal':
        return askTerminal(this.#parts.terminals, book, this.#untold)
      case 'file':
        return this.#handIn(book)
      case 'host': {
        const acquirer = this.#parts.acquirer()
        return acquirer.hosted === null
          ? unsent('notSignedOn', acquirer.why)
          : askHost(acquirer.hosted, book, row.sends > 1, signal)
      }
    }
  }

  async #handIn(book: BatchBook): Promise<Delivery> {
    const batch = book.batch()
    if (batch.state !== 'frozen' || batch.exported !== null) return delivered
    const { file, sha256 } = await this.#parts.handIn(batch)
    book.end({ kind: 'batchExported', batch: batch.batch, file, sha256 })
    return delivered
  }
}

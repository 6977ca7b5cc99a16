import { askingOf, messagesOf, settleKey } from '#electron/forwarders/acquirer/batch-messages.ts'
import type { WriteLedger } from '#electron/ledger/handles.ts'
import { notBefore } from '#electron/ledger/not-before.ts'
import type { BatchRow } from '#electron/ledger/settlement-handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Destination } from '#shared/checkout/effect.ts'
import type { Answer } from '#shared/contract/contract.ts'
import { type RefusalCode, refuse } from '#shared/kernel/refusal.ts'
import type { BatchId, Resolution } from '#shared/settlement/batch.ts'
import { withoutCardNumbers } from '#shared/settlement/card-digits.ts'
import type { SettlementFact } from '#shared/settlement/facts.ts'
import { agreesWith, type ToldTotals, totalsOf } from '#shared/settlement/totals.ts'

export interface BatchAnswersParts {
  readonly ledger: WriteLedger
  readonly clock: Clock
  /** The next try of a destination is now. */
  readonly hurry: (destination: Destination) => void
}

const done = { ok: true, value: null } as const
const no = (code: RefusalCode): Answer => ({ ok: false, refusal: refuse(code) })

const hasEnded = ({ state }: BatchRow): boolean => state === 'agreed' || state === 'resolved'

/** What a person does to a batch. */
export class BatchAnswers {
  readonly #parts: BatchAnswersParts

  constructor(parts: BatchAnswersParts) {
    this.#parts = parts
  }

  /**
   * The same question again, and now: of one that waits, that was set aside, or that the other side refused. A terminal
   * that was told to settle is not told again.
   */
  resend(id: BatchId): Answer {
    const { ledger, clock, hurry } = this.#parts
    const batch = ledger.findBatch(id)
    if (batch === null) return no('unknownBatch')
    if (hasEnded(batch)) return no('batchEnded')
    if (batch.asked || batch.exported !== null) return no('deviceCannot')
    const destination: Destination = `host/${batch.acquirer}`
    for (const message of messagesOf(ledger.outbox, id)) {
      if (message.state !== 'delivered') ledger.outbox.release(message.id)
    }
    const asking = askingOf(ledger.outbox, id)
    if (asking === undefined || asking.state === 'delivered') {
      const key = settleKey(id, askedBefore(asking?.key) + 1)
      const at = notBefore(ledger, clock.now())
      ledger.append([], 'till', at, [{ destination, key, body: { type: 'settleBatch', batch: id } }])
    }
    hurry(destination)
    return done
  }

  /** What somebody read on a slip is compared like what a terminal says by itself. */
  enterTotals(id: BatchId, told: ToldTotals, by: string): Answer {
    const batch = this.#parts.ledger.findBatch(id)
    if (batch === null) return no('unknownBatch')
    if (hasEnded(batch)) return no('batchEnded')
    if (batch.state !== 'disputed') return no('batchNotDisputed')
    const agrees = this.#agrees(batch, told)
    if (agrees === null) return no('badInput')
    this.#append(
      batch,
      agrees
        ? { kind: 'batchAgreed', batch: id, by: { kind: 'person', name: by }, reference: '', told }
        : { kind: 'batchDisputed', batch: id, cause: 'totalsDiffer', code: '', text: batch.text, told },
      by,
    )
    return done
  }

  /** A terminal's slip may count a sale that was undone by itself or out of the sales, like what it tells by itself. */
  #agrees({ batch, way, totals }: BatchRow, told: ToldTotals): boolean | null {
    const agrees = agreesWith(totals, told)
    if (agrees !== false || way !== 'terminal') return agrees
    const movements = this.#parts.ledger.movementsOfBatch(batch).map(({ movement }) => movement)
    return agreesWith(totalsOf(movements, 'netted'), told)
  }

  resolve(id: BatchId, resolution: Resolution, note: string, by: string): Answer {
    const batch = this.#parts.ledger.findBatch(id)
    if (batch === null) return no('unknownBatch')
    if (hasEnded(batch)) return no('batchEnded')
    if (batch.state !== 'disputed' && batch.state !== 'exported') return no('batchNotDisputed')
    this.#append(
      batch,
      { kind: 'batchResolved', batch: id, resolution, person: by, note: withoutCardNumbers(note) },
      by,
    )
    return done
  }

  /** An end ends its messages, too: nothing is left to ask, or to tell. */
  #append({ batch }: BatchRow, fact: SettlementFact, by: string): void {
    const { ledger, clock } = this.#parts
    const isEnd = fact.kind === 'batchAgreed' || fact.kind === 'batchResolved'
    const delivered = isEnd
      ? messagesOf(ledger.outbox, batch).flatMap(({ id, state }) => (state === 'delivered' ? [] : [id]))
      : []
    ledger.append([fact], by, notBefore(ledger, clock.now()), [], { delivered })
  }
}

const askedBefore = (key: string | undefined): number => Number(key?.split(':').at(-1) ?? 0)

import type { OutboxReads, OutboxRow } from '#electron/ledger/outbox-handles.ts'
import type { BatchId } from '#shared/settlement/batch.ts'

/** Idempotency key of the n-th time that somebody is asked to agree to a batch; after the first a person says so. */
export const settleKey = (batch: BatchId, n: number): string => `settle:${batch}:${n}`

/** Of the n-th that is told before a batch. */
export const tellKey = (batch: BatchId, n: number): string => `tell:${batch}:${n}`

/** The messages of the outbox about a batch, oldest first. */
export const messagesOf = (outbox: Pick<OutboxReads, 'find'>, batch: BatchId): readonly OutboxRow[] => [
  ...numbered(outbox, (n) => tellKey(batch, n)),
  ...numbered(outbox, (n) => settleKey(batch, n)),
]

/** The newest message that asks for agreement. */
export const askingOf = (outbox: Pick<OutboxReads, 'find'>, batch: BatchId): OutboxRow | undefined =>
  numbered(outbox, (n) => settleKey(batch, n)).at(-1)

function numbered(outbox: Pick<OutboxReads, 'find'>, key: (n: number) => string): OutboxRow[] {
  const rows: OutboxRow[] = []
  for (let n = 1; ; n += 1) {
    const row = outbox.find(key(n))
    if (row === null) return rows
    rows.push(row)
  }
}

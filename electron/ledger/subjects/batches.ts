import type { FactOf } from '#shared/checkout/fact.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { BatchId, BatchState, BatchWay } from '#shared/settlement/batch.ts'
import { type Countable, totalsOf } from '#shared/settlement/totals.ts'
import type { Entry, Projections } from '../entry.ts'
import { defineTable } from '../table.ts'
import { reserveStans, takeNumbers } from './acquirers.ts'
import { attemptOf } from './attempts.ts'
import { type CardMovementRecord, signed } from './card-movements.ts'

/** One settlement and where it stands; what was asked and answered stays in the journal, where it points. */
export interface BatchRecord {
  /** The entry that froze it. */
  seq: number
  batch_id: string
  acquirer: string
  way: BatchWay
  movements: number
  state: BatchState
  asked_seq: number | null
  disagreed_seq: number | null
  /** Movements whose upload the host acknowledged. */
  acknowledged: number
  exported_seq: number | null
  /** The newest dispute. */
  disputed_seq: number | null
  /** The entry that agreed or resolved it; nothing changes any more. */
  ended_seq: number | null
}

export const batchesTable = defineTable<BatchRecord>({
  name: 'batches',
  columns: [
    'seq',
    'batch_id',
    'acquirer',
    'way',
    'movements',
    'state',
    'asked_seq',
    'disagreed_seq',
    'acknowledged',
    'exported_seq',
    'disputed_seq',
    'ended_seq',
  ],
  key: ['seq'],
  alternate: 'batch_id',
})

/**
 * All that a terminal has collected up to an entry goes into this batch, and into no other.
 * @throws when count or totals are not those of these very movements, or a number does not follow the last one
 */
export function batchFrozen(to: Projections, entry: Entry, fact: FactOf<'batchFrozen'>): void {
  const { batch, acquirer, terminal, through, movements } = fact
  const before = to.cardTerminals.get(terminal)
  if (before === undefined || through < before.through || through >= entry.seq)
    throw new Error(`batch ${batch} of ${terminal} cannot go up to entry ${through}`)
  const members = to.collected.take(terminal, through)
  if (members.length === 0 || members.length !== movements)
    throw new Error(`batch ${batch} says ${movements} movements, the ledger has ${members.length}`)
  checkTotals(to, fact, members)
  takeNumbers(to, acquirer, fact.number, fact.stan)
  to.batches.insert({
    seq: entry.seq,
    batch_id: batch,
    acquirer,
    way: fact.way,
    movements,
    state: 'frozen',
    asked_seq: null,
    disagreed_seq: null,
    acknowledged: 0,
    exported_seq: null,
    disputed_seq: null,
    ended_seq: null,
  })
  let net = 0
  for (const movement of members) {
    to.cardMovements.update({ batch: entry.seq }, movement.attempt)
    net += signed(movement)
  }
  const left = { count: before.count - movements, net: before.net - net }
  to.cardTerminals.update({ ...left, acquirer, through }, terminal)
}

/** By one rule for reversals or the other: which one is the acquirer's business. */
function checkTotals(
  to: Projections,
  { batch, totals }: FactOf<'batchFrozen'>,
  members: readonly CardMovementRecord[],
): void {
  const countable = members.map((movement): Countable => {
    const undoes = movement.kind === 'saleReversal' ? to.attempts.get(movement.attempt)?.undoes : null
    return {
      attemptId: nameOf(movement.attempt),
      kind: movement.kind,
      amount: dirham(movement.amount),
      undoes: undoes === null || undoes === undefined ? null : nameOf(undoes),
    }
  })
  const said = canonicalJson(totals)
  const rules = ['counted', 'netted'] as const
  if (!rules.some((rule) => canonicalJson(totalsOf(countable, rule)) === said))
    throw new Error(
      `batch ${batch} says ${said}, its movements are ${canonicalJson(totalsOf(countable, 'counted'))}`,
    )
}

/** Totals only ask which reversal is of which sale: `attempts.seq` tells as well as the id. */
const nameOf = (attempt: number): AttemptId => String(attempt) as AttemptId

/** @throws when it is told twice, or is of nobody who settles by being told */
export function batchAsked(to: Projections, entry: Entry, fact: FactOf<'batchAsked'>): void {
  const batch = openBatch(to, fact.batch)
  if (batch.way !== 'terminal' || batch.asked_seq !== null)
    throw new Error(`batch ${fact.batch} cannot be told to a terminal`)
  to.batches.update({ asked_seq: entry.seq }, batch.seq)
}

/** @throws when it is uploaded already: no movement goes up under two STANs */
export function batchDisagreed(to: Projections, entry: Entry, fact: FactOf<'batchDisagreed'>): void {
  const batch = openBatch(to, fact.batch)
  if (batch.way !== 'host' || batch.disagreed_seq !== null)
    throw new Error(`batch ${fact.batch} cannot be uploaded`)
  const { uploadStan: first, closingStan: closing } = fact
  reserveStans(to, batch.acquirer, { first, closing, movements: batch.movements })
  to.batches.update({ state: 'uploading', disagreed_seq: entry.seq }, batch.seq)
}

/** @throws when it is of another batch, or acknowledged already */
export function movementUploaded(to: Projections, fact: FactOf<'movementUploaded'>): void {
  const batch = openBatch(to, fact.batch)
  const movement = to.cardMovements.get(attemptOf(to, fact.attemptId).seq)
  if (batch.state !== 'uploading' || movement?.batch !== batch.seq || movement.code !== null)
    throw new Error(`${fact.attemptId} is not waiting for its upload in batch ${fact.batch}`)
  to.cardMovements.update({ code: fact.code }, movement.attempt)
  to.batches.update({ acknowledged: batch.acknowledged + 1 }, batch.seq)
}

/** A batch that is settled in another way keeps its state: its file is a copy. @throws when it is exported already */
export function batchExported(to: Projections, entry: Entry, fact: FactOf<'batchExported'>): void {
  const batch = openBatch(to, fact.batch)
  if (batch.exported_seq !== null) throw new Error(`the file of batch ${fact.batch} is written already`)
  const state = batch.way === 'file' && batch.state === 'frozen' ? 'exported' : batch.state
  to.batches.update({ state, exported_seq: entry.seq }, batch.seq)
}

export function batchDisputed(to: Projections, entry: Entry, fact: FactOf<'batchDisputed'>): void {
  const { seq } = openBatch(to, fact.batch)
  to.batches.update({ state: 'disputed', disputed_seq: entry.seq }, seq)
}

export function batchEnds(
  to: Projections,
  entry: Entry,
  fact: FactOf<'batchAgreed'> | FactOf<'batchResolved'>,
): void {
  const { seq } = openBatch(to, fact.batch)
  const state = fact.kind === 'batchAgreed' ? 'agreed' : 'resolved'
  to.batches.update({ state, ended_seq: entry.seq }, seq)
}

/** @throws when there is no such batch, or it has ended: an end is an end */
function openBatch(to: Projections, id: BatchId): BatchRecord {
  const batch = to.batches.by(id)
  if (batch === undefined) throw new Error(`no batch ${id} in the ledger`)
  if (batch.ended_seq !== null) throw new Error(`batch ${id} has ended`)
  return batch
}

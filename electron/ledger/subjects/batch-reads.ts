import type { Database } from 'better-sqlite3'
import type { FactKind, FactOf } from '#shared/checkout/fact.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import type { BatchId } from '#shared/settlement/batch.ts'
import type { ToldTotals } from '#shared/settlement/totals.ts'
import type { JournalEntry } from '../handles.ts'
import { entryOf, journalRows } from '../journal.ts'
import type { BatchRow } from '../settlement-handles.ts'
import type { BatchRecord } from './batches.ts'

/** The entries a batch is made of; each but the first may not have come yet. */
interface Said {
  readonly disagreed: FactOf<'batchDisagreed'> | null
  readonly exported: FactOf<'batchExported'> | null
  readonly disputed: FactOf<'batchDisputed'> | null
  readonly end: FactOf<'batchAgreed'> | FactOf<'batchResolved'> | null
}

/** Reads of batches; what they say is read from the journal, where their rows point. */
export function batchReads(db: Database): {
  find(batch: BatchId): BatchRow | null
  list(before: Seq | null, limit: number): readonly BatchRow[]
  open(): readonly BatchRow[]
} {
  const journal = journalRows(db)
  const find = db.prepare<[string], BatchRecord>('SELECT * FROM batches WHERE batch_id = ?')
  const list = db.prepare<[number, number], BatchRecord>(
    'SELECT * FROM batches WHERE seq < ? ORDER BY seq DESC LIMIT ?',
  )
  const open = db.prepare<[], BatchRecord>(
    "SELECT * FROM batches INDEXED BY batches_open WHERE state NOT IN ('agreed', 'resolved') ORDER BY seq",
  )

  const entryAt = (seq: number): JournalEntry => {
    const row = journal.find(seq)
    if (row === undefined) throw new Error(`a batch points at entry ${seq}, which is not there`)
    return entryOf(row)
  }
  const factAt = <K extends FactKind>(seq: number | null, ..._kinds: K[]): FactOf<K> | null =>
    seq === null ? null : (entryAt(seq).fact as FactOf<K>)
  const rowOf = (record: BatchRecord): BatchRow => {
    const frozen = entryAt(record.seq)
    const said: Said = {
      disagreed: factAt(record.disagreed_seq, 'batchDisagreed'),
      exported: factAt(record.exported_seq, 'batchExported'),
      disputed: factAt(record.disputed_seq, 'batchDisputed'),
      end: factAt(record.ended_seq, 'batchAgreed', 'batchResolved'),
    }
    const endedAt = record.ended_seq === null ? null : entryAt(record.ended_seq).at
    return batchOf(record, frozen, said, endedAt)
  }

  return {
    find(batch) {
      const record = find.get(batch)
      return record === undefined ? null : rowOf(record)
    },
    list: (before, limit) => list.all(before ?? Number.MAX_SAFE_INTEGER, limit).map(rowOf),
    open: () => open.all().map(rowOf),
  }
}

function batchOf(
  record: BatchRecord,
  frozen: JournalEntry,
  said: Said,
  endedAt: BatchRow['endedAt'],
): BatchRow {
  const { kind: _, ...batch } = frozen.fact as FactOf<'batchFrozen'>
  const { disagreed, exported, end } = said
  const agreed = end?.kind === 'batchAgreed' ? end : null
  const resolved = end?.kind === 'batchResolved' ? end : null
  const disputed = record.state === 'disputed' || record.state === 'resolved' ? said.disputed : null
  return {
    ...batch,
    seq: frozen.seq,
    frozenAt: frozen.at,
    state: record.state,
    asked: record.asked_seq !== null,
    upload: disagreed && {
      firstStan: disagreed.uploadStan,
      closingStan: disagreed.closingStan,
      acknowledged: record.acknowledged,
    },
    told: toldLast(said),
    cause: disputed?.cause ?? null,
    code: disputed?.code ?? '',
    text: disputed?.text ?? '',
    reference: agreed?.reference ?? '',
    agreedBy: agreed?.by ?? null,
    resolution: resolved && { kind: resolved.resolution, person: resolved.person, note: resolved.note },
    exported: exported && { file: exported.file, sha256: exported.sha256 },
    endedAt,
  }
}

/** An agreement that says nothing unsays what was said before it. */
function toldLast({ disagreed, disputed, end }: Said): ToldTotals | null {
  if (end?.kind === 'batchAgreed') return end.told
  return disputed?.told ?? disagreed?.told ?? null
}

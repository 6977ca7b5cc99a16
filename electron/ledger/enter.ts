import type { Fact } from '#shared/checkout/fact.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { entryHash, factText } from './chain.ts'
import type { Projections } from './entry.ts'
import type { JournalEntry } from './handles.ts'
import type { journalRows } from './journal.ts'
import { project, saleOf } from './project.ts'

/**
 * Writes a fact down as the next entry of the chain and brings every projection up to it. Inside a transaction of
 * whoever calls, who also saves the head.
 * @throws when the fact cannot follow what came before it
 */
export function enter(
  journal: Pick<ReturnType<typeof journalRows>, 'insert'>,
  to: Projections,
  fact: Fact,
  by: string,
  at: Stamp,
): JournalEntry {
  const { head } = to
  const { utcMs, offsetMinutes } = at
  const seq = head.seq + 1
  const body = factText(fact)
  const previousHash = head.hash
  const hash = entryHash(previousHash, head.till_id, seq, utcMs, offsetMinutes, by, body)
  const sale = saleOf(to, seq, fact)
  journal.insert({
    seq,
    utc_ms: utcMs,
    offset_minutes: offsetMinutes,
    by_name: by,
    kind: fact.kind,
    sale,
    body,
    previous_hash: previousHash,
    hash,
  })
  project(to, { seq, utcMs, offsetMinutes, by, sale, fact })
  Object.assign(head, { seq, hash, utc_ms: utcMs, offset_minutes: offsetMinutes })
  return { seq: seq as Seq, at, by, fact, previousHash, hash }
}

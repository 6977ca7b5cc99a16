import { hash } from 'node:crypto'
import type { Fact } from '#shared/checkout/fact.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'

/** What the first entry is chained to. */
export const genesis = '0'.repeat(64)

/**
 * The hash of an entry, from the canonical text of its fact. The text hashed is `previousHash ‖ canonicalJson({seq,
 * tillId, utcMs, offsetMinutes, by, fact})`; it is put together here by hand, keys in code-unit order, because the
 * fact's own text is already canonical and is the bulk of it.
 */
export function entryHash(
  previousHash: string,
  tillId: string,
  seq: number,
  utcMs: number,
  offsetMinutes: number,
  by: string,
  body: string,
): string {
  return hash(
    'sha256',
    `${previousHash}{"by":${JSON.stringify(by)},"fact":${body},"offsetMinutes":${offsetMinutes},"seq":${seq},` +
      `"tillId":${JSON.stringify(tillId)},"utcMs":${utcMs}}`,
    'hex',
  )
}

/** The canonical text of a fact: what the journal stores and hashes. */
export const factText = (fact: Fact): string => canonicalJson(fact)

/** An outbox row is chained to the row before it, so that one taken away by hand is missed. */
export function outboxHash(
  previousHash: string,
  id: number,
  seq: number,
  destination: string,
  key: string,
  body: string,
): string {
  return hash('sha256', previousHash + JSON.stringify([id, seq, destination, key, body]), 'hex')
}

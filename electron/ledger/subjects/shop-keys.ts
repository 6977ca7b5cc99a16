import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import type { Entry, Projections } from '../entry.ts'
import type { ShopKeyMade } from '../paper-handles.ts'
import { defineTable } from '../table.ts'

/** A key the shop signed with from this entry on. */
export interface ShopKeyRow {
  seq: number
  /** Ed25519, base64url. */
  public_key: string
}

export const shopKeysTable = defineTable<ShopKeyRow>({
  name: 'shop_keys',
  columns: ['seq', 'public_key'],
  key: ['seq'],
})

/** Beside the earlier ones: papers signed with those are still out there. */
export function shopKeyMade(to: Projections, entry: Entry, fact: FactOf<'shopKeyMade'>): void {
  to.shopKeys.insert({ seq: entry.seq, public_key: fact.publicKey })
}

/** Newest first; the first is the one the shop signs with now. */
export function shopKeyReads(db: Database): {
  newest(): string | null
  at(seq: Seq): string | null
  all(): readonly ShopKeyMade[]
} {
  const newest = db.prepare<[], string>('SELECT public_key FROM shop_keys ORDER BY seq DESC LIMIT 1').pluck()
  const at = db
    .prepare<[number], string>('SELECT public_key FROM shop_keys WHERE seq <= ? ORDER BY seq DESC LIMIT 1')
    .pluck()
  const all = db.prepare<[], { public_key: string; utc_ms: number; offset_minutes: number }>(
    'SELECT public_key, utc_ms, offset_minutes FROM shop_keys JOIN journal USING (seq) ORDER BY seq DESC',
  )
  return {
    newest: () => newest.get() ?? null,
    at: (seq) => at.get(seq) ?? null,
    all: () =>
      all.all().map(({ public_key, utc_ms, offset_minutes }) => ({
        publicKey: public_key,
        at: { utcMs: utc_ms, offsetMinutes: offset_minutes },
      })),
  }
}

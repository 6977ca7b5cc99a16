import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { Entry, Projections } from '../entry.ts'
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

/** The key the shop signs with now. */
export function shopKeyReads(db: Database): { newest(): string | null } {
  const newest = db.prepare<[], string>('SELECT public_key FROM shop_keys ORDER BY seq DESC LIMIT 1').pluck()
  return { newest: () => newest.get() ?? null }
}

import { hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { Visitor } from '#shared/kernel/papers.ts'
import { overwriting } from './forgetting.ts'
import type { KeptVisitor } from './paper-handles.ts'

/** `visitorHash` of the journal: SHA-256( salt ‖ canonicalJson(visitor) ), hex. Without the salt nobody can try names. */
export const visitorFingerprint = (visitor: Visitor, salt: string): string =>
  fingerprintOf(canonicalJson(visitor), salt)

/** @param body canonical text of a visitor */
export const fingerprintOf = (body: string, salt: string): string => hash('sha256', salt + body, 'hex')

/** Who export forms were made out for, beside the journal. */
export function visitorRows(db: Database): {
  /** Inside the transaction of the form's own fact. */
  keep(kept: KeptVisitor): void
  find(form: number): KeptVisitor | null
  /** Overwrites the row, inside the transaction of the fact that says so. */
  forget(form: number): void
} {
  const keep = db.prepare<[number, string, string]>(
    'INSERT INTO visitors (form, body, salt) VALUES (?, ?, ?)',
  )
  const find = db.prepare<[number], { body: string; salt: string }>(
    'SELECT body, salt FROM visitors WHERE form = ?',
  )
  const remove = db.prepare<[number]>('DELETE FROM visitors WHERE form = ?')
  return {
    keep: ({ form, visitor, salt }) => void keep.run(form, canonicalJson(visitor), salt),
    find(form) {
      const row = find.get(form)
      return row === undefined ? null : { form, visitor: JSON.parse(row.body) as Visitor, salt: row.salt }
    },
    forget: (form) => overwriting(db, () => void remove.run(form)),
  }
}

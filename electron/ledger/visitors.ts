import { hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { Visitor } from '#shared/kernel/papers.ts'
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
  /** @returns false if nothing was known of this form's visitor */
  forget(form: number): boolean
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
    forget(form) {
      // Overwritten, not only unlinked; the write-ahead log that still has it is emptied after.
      db.pragma('secure_delete = ON')
      const { changes } = remove.run(form)
      db.pragma('secure_delete = OFF')
      db.pragma('wal_checkpoint(TRUNCATE)')
      return changes === 1
    },
  }
}

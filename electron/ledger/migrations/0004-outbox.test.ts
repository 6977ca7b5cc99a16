import { expect, test } from 'vitest'
import { oldLedger, rowsOf, tablesOf } from '#test/harness/ledger-versions.ts'
import { migrate } from '../migrate.ts'

test('0004: an empty outbox appears, nothing else moves', () => {
  const db = oldLedger(1, { items: 10, tickets: 5 })
  migrate(db, 3)
  const tables = tablesOf(db).filter((name) => !/_are_|_is_|^items_search/.test(name))
  const before = tables.map((name) => rowsOf(db, name))
  migrate(db, 4)
  expect(tables.map((name) => rowsOf(db, name))).toEqual(before)
  expect(rowsOf(db, 'outbox')).toEqual([])
  expect(rowsOf(db, 'deliveries')).toEqual([])
  db.exec("INSERT INTO outbox VALUES (1, 1, 'acquirer', 'k', '{}', '', '')")
  expect(() => db.exec('DELETE FROM outbox')).toThrow('a message is not deleted')
  expect(() => db.exec("INSERT INTO outbox VALUES (2, 1, 'acquirer', 'k', '{}', '', '')")).toThrow(/UNIQUE/)
  db.close()
})

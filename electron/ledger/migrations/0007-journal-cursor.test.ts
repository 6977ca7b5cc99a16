import { expect, test } from 'vitest'
import { oldLedger, rowsOf, tablesOf } from '#test/harness/ledger-versions.ts'
import { migrate } from '../migrate.ts'

test('0007: adds a cursor that nothing has moved, and leaves the rest untouched', () => {
  const db = oldLedger(6, { items: 10, tickets: 5 })
  const before = tablesOf(db)
  const journal = rowsOf(db, 'journal')
  migrate(db, 7)
  expect(tablesOf(db).filter((name) => !before.includes(name))).toEqual(['journal_cursors'])
  expect(rowsOf(db, 'journal_cursors')).toEqual([])
  expect(rowsOf(db, 'journal')).toEqual(journal)
  db.close()
})

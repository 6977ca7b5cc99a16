import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { oldLedger, tablesOf } from '#test/harness/ledger-versions.ts'
import { migrate, versionOf } from '../migrate.ts'

test('0001: nothing before, the journal and its head after', () => {
  const db = new Database(':memory:')
  expect([versionOf(db), tablesOf(db)]).toEqual([0, []])
  migrate(db, 1)
  expect(versionOf(db)).toBe(1)
  expect(tablesOf(db)).toEqual([
    'head',
    'head_is_not_deleted',
    'journal',
    'journal_is_not_deleted',
    'journal_is_not_updated',
    'pins',
  ])
  db.close()
})

test('0001: history once written stays as it was written', () => {
  const db = oldLedger(1, { items: 5, tickets: 2 })
  expect(() => db.exec("UPDATE journal SET body = ''")).toThrow('history is not changed')
  expect(() => db.exec('DELETE FROM journal')).toThrow('history is not deleted')
  expect(() => db.exec('INSERT INTO journal SELECT * FROM journal WHERE seq = 1')).toThrow(/UNIQUE/)
  db.close()
})

import { expect, test } from 'vitest'
import { oldLedger, rowsOf } from '#test/harness/ledger-versions.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { migrate } from '../migrate.ts'

test('0003: projections of before are made anew, with the items and their stock beside them', () => {
  const db = oldLedger(2, { items: 30, tickets: 60 })
  db.exec("INSERT INTO settings VALUES (1, 2, 'from before')")
  const journal = rowsOf(db, 'journal')
  migrate(db)
  expect(rowsOf(db, 'journal')).toEqual(journal)
  expect(rowsOf(db, 'settings')[0]?.body).not.toBe('from before')
  expect(rowsOf(db, 'items').map((row) => row.sku)).toEqual(
    Array.from({ length: 30 }, (_, n) => demoItem(n).sku),
  )
  const facts = journal.map((row) => JSON.parse(String(row.body)))
  const gone = facts
    .flatMap((fact) => (fact.ticket === undefined ? [] : [fact.ticket]))
    .flatMap((ticket) =>
      ticket.lines.map((line: { sku: string }) => [line.sku, ticket.kind === 'sale' ? -1 : 1]),
    )
    .filter(([sku]) => sku === demoItem(0).sku)
    .reduce((sum, [, delta]) => sum + delta, demoItem(0).stock)
  expect(rowsOf(db, 'stock')[0]?.count).toBe(gone)
  const found = db.prepare('SELECT rowid FROM items_search WHERE items_search MATCH ?').pluck().all('"tap"*')
  expect(found).toHaveLength(4)
  db.close()
})

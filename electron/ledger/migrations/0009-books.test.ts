import { expect, test } from 'vitest'
import { oldLedger, rowsOf, tablesOf } from '#test/harness/ledger-versions.ts'
import { migrate } from '../migrate.ts'

const born = [
  'closings',
  'closings_are_not_deleted',
  'closings_are_not_updated',
  'owner_payments',
  'owners',
  'restores',
]

test.each([7, 8])('0009: from schema %i, what owners are due and all that was sold are counted', (from) => {
  const db = oldLedger(from, { items: 30, tickets: 80 })
  migrate(db, 8)
  const before = tablesOf(db)
  const journal = rowsOf(db, 'journal')
  migrate(db)
  expect(tablesOf(db).filter((name) => !before.includes(name))).toEqual(born)
  expect(rowsOf(db, 'journal')).toEqual(journal)
  const [head] = rowsOf(db, 'head')
  const sums = db
    .prepare(
      "SELECT sum(gross) AS absolute, sum(CASE kind WHEN 'sale' THEN gross ELSE -gross END) AS signed FROM tickets",
    )
    .get() as { absolute: number; signed: number }
  expect(sums.absolute).toBeGreaterThan(sums.signed)
  expect(head).toMatchObject({ absolute_total: sums.absolute, grand_total: sums.signed, restores: 0 })
  const dues = db
    .prepare(
      `SELECT owner, sum(CASE kind WHEN 'sale' THEN owner_due ELSE -owner_due END) AS due FROM lines
       JOIN tickets ON number = ticket WHERE owner IS NOT NULL GROUP BY owner ORDER BY owner`,
    )
    .all()
  expect(dues.length).toBeGreaterThan(0)
  expect(rowsOf(db, 'owners')).toEqual(dues.map((row) => ({ ...(row as object), contract: null, paid: 0 })))
  for (const name of ['closings', 'owner_payments', 'restores']) expect(rowsOf(db, name)).toEqual([])
  db.close()
})

test('0009: a closing is neither changed nor taken away', () => {
  const db = oldLedger(8, { items: 5, tickets: 2 })
  migrate(db)
  db.exec("INSERT INTO closings VALUES ('month', 1, '2026-11', 9, '2026-11-01', '2026-11-30')")
  expect(() => db.exec("UPDATE closings SET of_period = '2026-12'")).toThrow('is not changed')
  expect(() => db.exec('DELETE FROM closings')).toThrow('is not deleted')
  db.close()
})

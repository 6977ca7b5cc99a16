import { expect, test } from 'vitest'
import { oldLedger, rowsOf, tablesOf } from '#test/harness/ledger-versions.ts'
import { migrate } from '../migrate.ts'

const born = [
  'buyers',
  'listing_counts',
  'listings',
  'market_connection',
  'market_cursors',
  'market_holds',
  'online_order_lines',
  'online_orders',
  'online_orders_are_not_deleted',
  'online_orders_are_not_updated',
  'pieces_elsewhere',
  'promises',
  'told_stock',
]

test.each([6, 7])(
  '0008: from schema %i every item is off the marketplace, and says what counted it last',
  (from) => {
    const db = oldLedger(from, { items: 30, tickets: 60 })
    migrate(db, 7)
    const before = tablesOf(db)
    const journal = rowsOf(db, 'journal')
    migrate(db, 8)
    expect(tablesOf(db).filter((name) => !before.includes(name))).toEqual(born)
    migrate(db)
    expect(rowsOf(db, 'journal')).toEqual(journal)
    expect(rowsOf(db, 'listing_counts')).toEqual([{ state: 'off', listings: 30 }])
    for (const name of born.filter((table) => !table.includes('_are_') && table !== 'listing_counts'))
      expect(rowsOf(db, name)).toEqual([])
    const newest = db
      .prepare<[], { item: number; seq: number }>(
        `SELECT item, stock.seq, max(coalesce(ticket_seq, 0), loaded) AS due FROM stock JOIN items ON items.id = item
       JOIN (SELECT max(seq) AS loaded FROM journal WHERE kind = 'catalogueLoaded')
       LEFT JOIN (SELECT sku AS sold, max(tickets.seq) AS ticket_seq FROM lines JOIN tickets ON number = ticket GROUP BY 1)
         ON sold = sku
       WHERE due <> stock.seq`,
      )
      .all()
    expect(newest).toEqual([])
    expect(rowsOf(db, 'stock')).toHaveLength(30)
    db.close()
  },
)

test('0008: an order is neither taken back nor given to another connection', () => {
  const db = oldLedger(7, { items: 5, tickets: 2 })
  migrate(db)
  db.exec(
    "INSERT INTO online_orders (seq, order_key, connection, state, stage) VALUES (5, 'c 1', 'c', 'paid', 'open')",
  )
  expect(() => db.exec("UPDATE online_orders SET connection = 'd'")).toThrow('is not changed')
  expect(() => db.exec('DELETE FROM online_orders')).toThrow('is not deleted')
  db.exec("UPDATE online_orders SET stage = 'cancelled'")
  db.close()
})

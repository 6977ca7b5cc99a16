import { expect, test } from 'vitest'
import { oldLedger, rowsOf, tablesOf } from '#test/harness/ledger-versions.ts'
import { migrate } from '../migrate.ts'

test('0002: the journal stays as it was; the tables of the counter appear', () => {
  const db = oldLedger(1, { items: 30, tickets: 60 })
  const before = { tables: tablesOf(db), journal: rowsOf(db, 'journal'), head: rowsOf(db, 'head') }
  migrate(db, 2)
  expect(tablesOf(db)).toEqual(expect.arrayContaining([...before.tables, 'sales', 'tickets', 'shifts']))
  expect(rowsOf(db, 'journal')).toEqual(before.journal)
  expect(rowsOf(db, 'head')).toEqual(before.head)
  db.close()
})

test('0002: brought up to today, a journal of before has every ticket and total', () => {
  const db = oldLedger(1, { items: 30, tickets: 60 })
  migrate(db)
  const bodies = rowsOf(db, 'journal').map((row) => JSON.parse(String(row.body)))
  const tickets = bodies.flatMap((fact) => (fact.ticket === undefined ? [] : [fact.ticket]))
  expect(tickets).toHaveLength(60)
  expect(rowsOf(db, 'tickets').map((row) => [row.number, row.gross])).toEqual(
    tickets.map((ticket) => [ticket.number, ticket.gross]),
  )
  const total = tickets.reduce((sum, ticket) => sum + (ticket.kind === 'sale' ? 1 : -1) * ticket.gross, 0)
  expect(rowsOf(db, 'head')[0]).toMatchObject({ grand_total: total, last_ticket: 60 })
  db.close()
})

import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Fact } from '#shared/checkout/fact.ts'
import { oldLedger, rowsOf } from '#test/harness/ledger-versions.ts'
import { migrate } from '../migrate.ts'

/** As released before: messages wait, one of them was tried, one delivered. */
function withMessages(db: Database): void {
  const insert = db.prepare('INSERT INTO outbox VALUES (?, 1, ?, ?, ?, ?, ?)')
  for (const [id, destination] of ['acquirer', 'marketplace', 'acquirer', 'acquirer'].entries())
    insert.run(id + 1, destination, `key ${id}`, '{}', '', '')
  db.exec("INSERT INTO deliveries VALUES (1, 2, 99, NULL, 'no line'), (3, 1, 0, 77, NULL)")
}

const factsOf = (db: Database): readonly (Fact & { readonly seq: number })[] =>
  rowsOf(db, 'journal').map(({ seq, body }) => ({ seq, ...JSON.parse(String(body)) }))

test.each([4, 5])(
  '0006: from schema %i every approval of the journal is a card movement that collects',
  (from) => {
    const db = oldLedger(from, { items: 30, tickets: 120 })
    const journal = rowsOf(db, 'journal')
    const approved = factsOf(db).filter(({ kind }) => kind === 'attemptApproved')
    migrate(db)
    expect(rowsOf(db, 'journal')).toEqual(journal)
    expect(approved.length).toBeGreaterThan(30)
    const movements = rowsOf(db, 'card_movements')
    expect(movements.map(({ seq }) => seq)).toEqual(approved.map(({ seq }) => seq))
    const started = factsOf(db).flatMap((fact) => (fact.kind === 'attemptStarted' ? [fact.amount] : []))
    expect(movements.map(({ amount }) => amount)).toEqual(started)
    expect(new Set(movements.map(({ kind, batch }) => `${kind} ${batch}`))).toEqual(new Set(['sale null']))
    expect(rowsOf(db, 'card_terminals')).toEqual([
      {
        terminal: 't1',
        count: approved.length,
        net: started.reduce((sum, amount) => sum + amount, 0),
        acquirer: null,
        through: 0,
      },
    ])
    for (const name of ['batches', 'acquirers', 'statements', 'statement_lines'])
      expect(rowsOf(db, name)).toEqual([])
    db.close()
  },
)

test('0006: messages stay as they were, each has a delivery, and lanes count those that wait', () => {
  const db = oldLedger(5, { items: 10, tickets: 5 })
  withMessages(db)
  const [outbox, [head]] = [rowsOf(db, 'outbox'), rowsOf(db, 'head')]
  migrate(db, 6)
  expect(rowsOf(db, 'outbox')).toEqual(outbox)
  expect(rowsOf(db, 'head')[0]).toMatchObject({ outbox_id: head?.outbox_id, outbox_host: 0 })
  const untried = { tries: 0, sends: 0, next_try_utc_ms: 0, delivered_utc_ms: null, last_error: null }
  const acquirer = { destination: 'acquirer', set_aside_utc_ms: null }
  expect(rowsOf(db, 'deliveries')).toEqual([
    { ...untried, ...acquirer, id: 1, tries: 2, sends: 2, next_try_utc_ms: 99, last_error: 'no line' },
    { ...untried, ...acquirer, id: 2, destination: 'marketplace' },
    { ...untried, ...acquirer, id: 3, tries: 1, sends: 1, delivered_utc_ms: 77 },
    { ...untried, ...acquirer, id: 4 },
  ])
  expect(rowsOf(db, 'lanes')).toEqual([
    { destination: 'acquirer', waiting: 2, set_aside: 0 },
    { destination: 'marketplace', waiting: 1, set_aside: 0 },
  ])
  db.exec('UPDATE deliveries SET set_aside_utc_ms = 1 WHERE id = 2')
  db.exec('UPDATE deliveries SET delivered_utc_ms = 1 WHERE id = 1')
  expect(rowsOf(db, 'lanes')).toEqual([
    { destination: 'acquirer', waiting: 1, set_aside: 0 },
    { destination: 'marketplace', waiting: 0, set_aside: 1 },
  ])
  expect(() => db.exec('DELETE FROM deliveries')).toThrow('a delivery is not deleted')
  db.close()
})

test('0006: the batch of a movement is set once, and nothing else of it is changed', () => {
  const db = oldLedger(5, { items: 10, tickets: 5 })
  migrate(db)
  db.exec('UPDATE card_movements SET batch = 7')
  expect(() => db.exec('UPDATE card_movements SET batch = 8')).toThrow('is not changed')
  expect(() => db.exec('UPDATE card_movements SET batch = NULL')).toThrow('is not changed')
  expect(() => db.exec('UPDATE card_movements SET amount = 1')).toThrow('a card movement is not changed')
  expect(() => db.exec('DELETE FROM card_movements')).toThrow('a card movement is not deleted')
  db.exec("INSERT INTO batches VALUES (7, 'b', 'bank', 'host', 1, 'agreed', 1, 1, 1, 1, 1, NULL)")
  expect(() => db.exec("UPDATE batches SET way = 'file'")).toThrow('a frozen batch is not changed')
  db.exec('UPDATE batches SET ended_seq = 9')
  expect(() => db.exec("UPDATE batches SET state = 'frozen'")).toThrow('a batch that ended is not changed')
  expect(() => db.exec('DELETE FROM batches')).toThrow('a batch is not deleted')
  db.close()
})

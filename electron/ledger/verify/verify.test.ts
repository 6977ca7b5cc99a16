import { closeSync, cpSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId } from '#shared/kernel/ids.ts'
import { liveOnBooks } from '#test/harness/ledger-books.ts'
import { liveOnCards } from '#test/harness/ledger-cards.ts'
import { byHand, live, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { liveOnMarket } from '#test/harness/ledger-market.ts'
import { liveOnPaper } from '#test/harness/ledger-papers.ts'
import { besideTables, changed, rowAt, tables, where } from '#test/harness/tampering.ts'
import { ledgerPath, openLedger } from '../open.ts'
import { verifyLedger, verifyLongLedger } from './verify.ts'

let original: string

beforeAll(() => {
  original = mkdtempSync(join(tmpdir(), 'hanout-verify-'))
  const ledger = openLedger({ folder: original, clock: stoppedClock, create: true })
  live(ledger, { items: 80, tickets: 180, seed: 5 })
  const shift = ledger.openShift()?.shiftId
  if (shift === undefined) throw new Error('the history ends in an open shift')
  const at = stoppedClock.now()
  const reason = 'change'
  ledger.append(
    [{ kind: 'cashMoved', shiftId: shift, direction: 'in', amount: 5 as never, reason }],
    'amina',
    at,
  )
  liveOnPaper(ledger)
  liveOnCards(ledger)
  liveOnMarket(ledger)
  liveOnBooks(ledger)
  ledger.setPin('p-amina' as PersonId, 'stretched')
  ledger.setPin('p-driss' as PersonId, 'stretched too')
  ledger.outbox.delivered(1, 5)
  ledger.close()
})
afterAll(() => rmSync(original, { recursive: true, force: true }))

function copy(): string {
  const folder = testFolder()
  cpSync(original, folder, { recursive: true })
  return folder
}

/** The first wrong row after something was done by hand. */
function after(change: (db: Database) => void): { table: string; key: string; what: string } | undefined {
  const folder = copy()
  try {
    byHand(folder, change)
    return verifyLedger(folder).problems[0]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const inTables = fc.constantFrom(...tables)
test('a ledger nobody touched is whole', async () => {
  const verdict = verifyLedger(original)
  expect(verdict).toMatchObject({ ok: true, problems: [], tickets: 183 })
  expect(await verifyLongLedger(original)).toEqual(verdict)
  expect(after(() => {})).toBeUndefined()
})

test('every table has rows to tamper with', () => {
  byHand(copy(), (db) => {
    for (const table of tables) expect(rowAt(db, table, 0)).toBeTypeOf('object')
    const all = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'items_search%'")
      .pluck()
      .all()
    expect([...tables, ...besideTables].sort()).toEqual(all.sort())
  })
})

test('any cell of any row of any table changed by hand is found', () => {
  fc.assert(
    fc.property(inTables, fc.nat(), fc.nat(), fc.nat(), (table, n, c, salt) => {
      let cell = ''
      const wrong = after((db) => {
        const row = rowAt(db, table, n)
        const columns = Object.keys(row).filter(
          (name) => row[name] !== null && !(table === 'head' && name === 'id'),
        )
        const column = columns[c % columns.length] as string
        const value = changed(row[column], salt)
        cell = `${table}.${column} ${row[column]} → ${value}`
        // A key that another row already has cannot be given; SQLite itself refuses that.
        db.prepare(`UPDATE OR IGNORE ${table} SET ${column} = @tampered WHERE ${where(db, table)}`).run({
          ...row,
          tampered: value,
        })
        if (db.prepare<[], number>('SELECT changes()').pluck().get() === 0) cell = ''
      })
      if (cell !== '') expect(wrong, cell).toBeDefined()
    }),
    { numRuns: 90 },
  )
})

test('any row of any table deleted by hand is found', () => {
  fc.assert(
    fc.property(inTables, fc.nat(), (table, n) => {
      if (table === 'head') return
      const wrong = after((db) => {
        db.prepare(`DELETE FROM ${table} WHERE ${where(db, table)}`).run(rowAt(db, table, n))
      })
      expect(wrong?.table).toBe(table === 'pins' ? 'head' : table)
    }),
    { numRuns: 40 },
  )
})

test('any two rows of a table with their contents swapped by hand are found', () => {
  const several = tables.filter((table) => !['head', 'settings', 'cash_movements'].includes(table))
  fc.assert(
    fc.property(fc.constantFrom(...several), fc.nat(), fc.nat(), (table, n, m) => {
      let differ = false
      const wrong = after((db) => {
        const [a, b] = [rowAt(db, table, n), rowAt(db, table, m)]
        const keys = new Set(
          (db.pragma(`table_info(${table})`) as { name: string; pk: number }[])
            .filter(({ pk }) => pk > 0)
            .map(({ name }) => name),
        )
        const columns = Object.keys(a).filter((name) => !keys.has(name) && a[name] !== b[name])
        differ = columns.length > 0
        const put = (row: Record<string, unknown>, from: Record<string, unknown>): void => {
          for (const name of columns)
            db.prepare(`UPDATE ${table} SET ${name} = @tampered WHERE ${where(db, table)}`).run({
              ...row,
              tampered: from[name],
            })
        }
        // Unique columns need a way round each other.
        for (const name of columns)
          if (a[name] !== null)
            db.prepare(`UPDATE ${table} SET ${name} = @tampered WHERE ${where(db, table)}`).run({
              ...a,
              tampered: typeof a[name] === 'string' ? `~${name}` : -1,
            })
        put(b, a)
        put(a, b)
      })
      if (differ) expect(wrong?.table).toBe(table)
    }),
    { numRuns: 40 },
  )
})

test('the row is named, with what it says and what it should say', () => {
  expect(after((db) => db.exec('UPDATE tickets SET gross = gross - 100 WHERE number = 17'))).toMatchObject({
    table: 'tickets',
    key: 'number 17',
    what: expect.stringMatching(/^gross is \d+, the journal says \d+$/),
  })
  expect(after((db) => db.exec("UPDATE journal SET by_name = 'nobody' WHERE seq = 321"))).toEqual({
    table: 'journal',
    key: 'seq 321',
    what: 'its hash is not the hash of what it says',
  })
})

test('the first wrong entry is the one named, not a later one', () => {
  const wrong = after((db) =>
    db.exec("UPDATE journal SET body = replace(body, 'e', 'f') WHERE seq IN (40, 41, 700)"),
  )
  expect(wrong?.key).toBe('seq 40')
})

test('a visitor who is not the one the form was made out for is found, and whoever is gone or back without a word', () => {
  const renamed = after((db) => db.exec(`UPDATE visitors SET body = replace(body, 'visitor', 'Visitor')`))
  expect(renamed).toEqual({
    table: 'visitors',
    key: 'form 1',
    what: 'is not whom the form was made out for',
  })
  expect(after((db) => db.exec("INSERT INTO visitors VALUES (99, '{}', '')"))).toMatchObject({
    key: 'form 99',
  })
  expect(after((db) => db.exec('DELETE FROM visitors WHERE form = 2'))).toMatchObject({
    key: 'form 2',
    what: 'is gone, and nobody forgot them',
  })
  expect(after((db) => db.exec("INSERT INTO visitors VALUES (3, '{}', '')"))).toMatchObject({
    key: 'form 3',
    what: 'is there, and was forgotten',
  })
})

test('a buyer of no order, or who was forgotten, is found, and a count told as of a time that never was', () => {
  expect(after((db) => db.exec("INSERT INTO buyers VALUES (1, '{}')"))).toEqual({
    table: 'buyers',
    key: 'online_order 1',
    what: 'is of no online order',
  })
  const back = after((db) =>
    db.exec("INSERT INTO buyers SELECT seq, '{}' FROM online_orders WHERE forgotten_seq IS NOT NULL"),
  )
  expect(back).toMatchObject({ table: 'buyers', what: 'is there, and was forgotten' })
  expect(after((db) => db.exec('UPDATE told_stock SET version = 99999'))).toMatchObject({
    table: 'told_stock',
  })
})

test('a print job of a time that never was is found', () => {
  const wrong = after((db) =>
    db.exec('UPDATE print_queue SET seq = 99999 WHERE id = (SELECT max(id) FROM print_queue)'),
  )
  expect(wrong).toMatchObject({ table: 'print_queue' })
})

test('a tail cut off is missed, with and without its projections', () => {
  const cut = (db: Database): void => db.exec('DELETE FROM journal WHERE seq > 500') as unknown as undefined
  expect(after(cut)).toMatchObject({ table: 'journal', key: 'seq 501' })
  const cutHead = after((db) => {
    cut(db)
    db.exec('UPDATE head SET seq = 500, hash = (SELECT hash FROM journal WHERE seq = 500)')
  })
  expect(cutHead).toBeDefined()
})

test('a trigger taken off, an index changed, a table added: the schema itself is watched', () => {
  expect(after((db) => db.exec('CREATE TABLE notes (a)'))).toMatchObject({
    table: 'sqlite_schema',
    key: 'table notes',
  })
  expect(after((db) => db.exec('DROP INDEX lines_sold'))).toMatchObject({ key: 'index lines_sold' })
  const folder = copy()
  const db = new Sqlite(ledgerPath(folder))
  db.exec('DROP TRIGGER journal_is_not_deleted')
  db.close()
  expect(verifyLedger(folder).problems[0]).toMatchObject({
    key: 'trigger journal_is_not_deleted',
    what: 'is missing',
  })
})

test.each(['data', 'config'])('the search index tampered with in its %s is found', (shadow) => {
  const wrong = after((db) => {
    if (shadow === 'config') db.exec('UPDATE items_search_config SET v = 99')
    else db.exec('DELETE FROM items_search_data WHERE id = (SELECT max(id) FROM items_search_data)')
  })
  expect(wrong).toBeDefined()
})

test('an item put under other words in the search index is found', () => {
  const wrong = after((db) => {
    const { id, search } = rowAt(db, 'items', 3)
    db.prepare("INSERT INTO items_search (items_search, rowid, search) VALUES ('delete', ?, ?)").run(
      id,
      search,
    )
    db.prepare('INSERT INTO items_search (rowid, search) VALUES (?, ?)').run(id, `${search} free`)
  })
  expect(wrong).toMatchObject({ table: 'items_search' })
})

test('damaged pages are told, not thrown', () => {
  const folder = copy()
  const file = openSync(ledgerPath(folder), 'r+')
  // Beyond the pages of the schema, where rows are.
  writeSync(file, Buffer.alloc(20 * 4096, 0xa5), 0, 20 * 4096, 200 * 4096)
  closeSync(file)
  expect(verifyLedger(folder)).toMatchObject({
    ok: false,
    problems: [{ table: 'file', key: 'SQLITE_CORRUPT' }],
  })
})

test('with two processors the same rows are found', async () => {
  const folder = copy()
  byHand(folder, (db) => db.exec("UPDATE journal SET hash = 'ff' WHERE seq = 77"))
  expect((await verifyLongLedger(folder)).problems).toEqual(verifyLedger(folder).problems)
  const other = copy()
  byHand(other, (db) =>
    db.exec('UPDATE stock SET count = count + 1 WHERE item = (SELECT max(item) FROM stock)'),
  )
  const { problems } = await verifyLongLedger(other)
  expect(problems).toEqual(verifyLedger(other).problems)
  expect(problems[0]?.table).toBe('stock')
})

test('a till may sell while its ledger is verified', async () => {
  const folder = copy()
  const ledger = testLedger(folder)
  const { entries } = verifyLedger(folder, () => ledger.assertWritable())
  ledger.append(
    [{ kind: 'clockWentBack', from: stoppedClock.now(), to: stoppedClock.now() }],
    '',
    stoppedClock.now(),
  )
  expect(verifyLedger(folder)).toMatchObject({ ok: true, entries: entries + 1 })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { byHand, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { ledgerPath, openLedger, openReadOnly } from './open.ts'
import { LedgerRefused, type LedgerRefusedCode } from './refused.ts'

const open = (folder: string, create = true) => openLedger({ folder, clock: stoppedClock, create })

function refusal(act: () => unknown): LedgerRefusedCode {
  try {
    act()
  } catch (error) {
    if (error instanceof LedgerRefused) return error.code
    throw error
  }
  throw new Error('was not refused')
}

test('a new ledger begins with the till itself', () => {
  const ledger = testLedger()
  expect(ledger.head()).toMatchObject({ seq: 1, at: stoppedClock.now() })
  expect([...ledger.entriesAfter(0)][0]?.fact).toEqual({
    kind: 'tillCreated',
    tillId: ledger.tillId,
    currency: 'MAD',
  })
  expect(ledger.nextTicketNumber()).toBe(1)
  expect(ledger.nextTerminalSequence()).toBe(1)
  expect(ledger.openShift()).toBeNull()
  expect(ledger.settings()).toBeNull()
  expect(ledger.lastClosedDrawer()).toBeNull()
  expect(ledger.unfinishedSales()).toEqual([])
})

test('opening again finds the same till and adds nothing', () => {
  const folder = testFolder()
  const first = open(folder)
  const head = first.head()
  first.close()
  const again = testLedger(folder)
  expect(again.tillId).toBe(first.tillId)
  expect(again.head()).toEqual(head)
})

test('it is durable at each commit', () => {
  const folder = testFolder()
  testLedger(folder)
  const db = new Database(ledgerPath(folder), { readonly: true })
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(db.pragma('application_id', { simple: true })).toBe(0x48414e54)
  db.close()
})

test('a folder without a ledger is refused unless a new one is wanted', () => {
  const folder = testFolder()
  expect(refusal(() => open(folder, false))).toBe('missing')
  expect(refusal(() => open(join(folder, 'nowhere'), false))).toBe('missing')
  expect(readdirSync(folder)).toEqual([])
})

test('a second till on the folder is refused, and free to come when the first is gone', () => {
  const folder = testFolder()
  const first = open(folder)
  expect(refusal(() => open(folder))).toBe('inUse')
  first.close()
  testLedger(folder)
})

test('a till in another process holds the folder until it dies, however it dies', async () => {
  const folder = testFolder()
  const program = `
    import { openLedger } from '#electron/ledger/open.ts'
    // Held: what nobody holds is collected, and lets go of the folder.
    globalThis.till = openLedger({ folder: ${JSON.stringify(folder)}, clock: { now: () => ({ utcMs: 0, offsetMinutes: 0 }) }, create: true })
    process.stdout.write('open')
    setInterval(() => {}, 1000)`
  const till = spawn(process.execPath, ['--input-type=module-typescript', '-e', program])
  await once(till.stdout, 'data')
  expect(refusal(() => open(folder))).toBe('inUse')
  till.kill('SIGKILL')
  await once(till, 'exit')
  expect(testLedger(folder).head()?.seq).toBe(1)
}, 20_000)

test.each<[string, LedgerRefusedCode, (path: string) => void]>([
  ['a text file', 'foreign', (path) => writeFileSync(path, 'my recipes\n'.repeat(100))],
  ['an empty file', 'corrupted', (path) => writeFileSync(path, '')],
  ['a file cut after its first bytes', 'corrupted', (path) => writeFileSync(path, 'SQLite format 3\0')],
  [
    "another program's database",
    'foreign',
    (path) => void new Database(path).exec('CREATE TABLE bookmarks (url TEXT)').close(),
  ],
])('%s is refused and left as it is', (_, code, put) => {
  const folder = testFolder()
  const path = ledgerPath(folder)
  put(path)
  const before = readFileSync(path)
  expect(refusal(() => open(folder))).toBe(code)
  expect(refusal(() => openReadOnly(folder))).toBe(code)
  expect(readFileSync(path)).toEqual(before)
})

test('a ledger of a newer program is refused', () => {
  const folder = testFolder()
  testLedger(folder).close()
  byHand(folder, (db) => db.pragma('user_version = 999'))
  expect(refusal(() => open(folder))).toBe('newer')
  expect(refusal(() => openReadOnly(folder))).toBe('newer')
})

test('a ledger cut in the middle is refused', () => {
  const folder = testFolder()
  testLedger(folder).close()
  truncateSync(ledgerPath(folder), 8192)
  expect(refusal(() => open(folder))).toBe('corrupted')
})

test.each<[string, (db: Database.Database) => void]>([
  ['its newest entry is gone', (db) => db.exec('DELETE FROM journal WHERE seq = 1')],
  ['its newest entry has another hash', (db) => db.exec("UPDATE journal SET hash = 'ff'")],
  ['its head row is gone', (db) => db.exec('DELETE FROM head')],
  [
    'an entry was put after its head',
    (db) => db.exec("INSERT INTO journal SELECT 2, 0, 0, '', kind, NULL, body, hash, 'ff' FROM journal"),
  ],
])('a ledger is refused when %s', (_, change) => {
  const folder = testFolder()
  testLedger(folder).close()
  byHand(folder, change)
  expect(refusal(() => open(folder))).toBe('corrupted')
})

test('a ledger that was moved away from its log is missed, not replaced', () => {
  const folder = testFolder()
  writeFileSync(`${ledgerPath(folder)}-wal`, 'what was sold this morning')
  expect(refusal(() => open(folder))).toBe('corrupted')
  expect(existsSync(ledgerPath(folder))).toBe(false)
})

test('a power cut while the first ledger was being made leaves room for another try', () => {
  const folder = testFolder()
  testLedger(folder).close()
  renameSync(ledgerPath(folder), `${ledgerPath(folder)}.new`)
  truncateSync(`${ledgerPath(folder)}.new`, 5000)
  expect(testLedger(folder).head()?.seq).toBe(1)
})

test('it can be read while a till sells on it', () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  const reader = openReadOnly(folder)
  ledger.append(
    [{ kind: 'clockWentBack', from: stoppedClock.now(), to: stoppedClock.now() }],
    '',
    stoppedClock.now(),
  )
  expect(reader.head()?.seq).toBe(2)
  expect('append' in reader).toBe(false)
  reader.close()
})

test('every refusal says what to do', () => {
  const folder = testFolder()
  expect(() => open(folder, false)).toThrow(/restore the last backup/)
})

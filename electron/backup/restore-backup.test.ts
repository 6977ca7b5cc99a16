import { hash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLedger } from '#electron/ledger/open.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import { byHand, everyRow, live, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { makeBackup } from './make-backup.ts'
import { finishRestore } from './put-in-place.ts'
import { type RestoreTask, restoreBackup } from './restore-backup.ts'

const passphrase = 'three donkeys and a lamp'
const now = { utcMs: 1_804_182_400_000, offsetMinutes: 60 }

/** A till that has sold, and a backup of it. */
async function backedUp(sold: { readonly tickets: number } = { tickets: 12 }) {
  const folder = testFolder()
  const ledger = testLedger(folder)
  live(ledger, { items: 20, ...sold })
  const to = testFolder()
  const make = (madeAt = now) =>
    makeBackup({ folder, to, passphrase, madeAt, shopKey: 'PEM of the shop', scryptN: 2 ** 14 })
  const made = await make()
  return { folder, ledger, to, made, make, path: join(to, made.file) }
}

const task = (file: string, folder: string, also: Partial<RestoreTask> = {}): RestoreTask => ({
  ...{ file, folder, passphrase, lastTicketSeen: null, anyway: false, now, nonce: 'a-nonce-of-22-letters.' },
  ...also,
})

const code = (done: Promise<unknown>): Promise<string> =>
  done.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )

/** What is in a folder by path, with a hash of it; what SQLite makes anew by itself left out. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter(
    (name) => statSync(join(folder, name)).isFile() && !/lock|-wal$|-shm$/.test(name),
  )
  return Object.fromEntries(files.map((name) => [name, hash('sha256', readFileSync(join(folder, name)))]))
}

test('a lost folder comes back with ledger, key, settings and photographs; the first thing in it is that it did', async () => {
  const { folder, ledger, path, made, to } = await backedUp()
  writeFileSync(join(folder, 'devices.json'), '{"terminal":1}')
  mkdirSync(join(folder, 'photos'))
  writeFileSync(join(folder, 'photos', 'rug.jpg'), Buffer.alloc(300_000, 7))
  for (const mine of ['browsers.json', 'disk.reserve', 'training.db', 'backups.secret'])
    writeFileSync(join(folder, mine), 'of this machine')
  for (const own of ['window', 'exports', 'before-restore-1']) {
    mkdirSync(join(folder, own))
    writeFileSync(join(folder, own, 'Cache'), 'of this machine')
  }
  const again = await makeBackup({ folder, to, passphrase, madeAt: now, shopKey: 'PEM', scryptN: 2 ** 14 })
  const rows = everyRow(folder)
  const last = ledger.nextTicketNumber() - 1
  expect(again.header.lastTicket).toBe(last)
  ledger.close()

  const fresh = join(testFolder(), 'new', 'till')
  const restored = await restoreBackup(task(join(to, again.file), fresh, { lastTicketSeen: last + 5 }))
  expect(existsSync(join(fresh, 'ledger.db'))).toBe(false)
  expect(await finishRestore(fresh)).toBeNull()
  expect(Object.keys(filesOf(fresh))).toEqual(['devices.json', 'ledger.db', 'photos/rug.jpg', 'shop-key.pem'])
  expect(readFileSync(join(fresh, 'shop-key.pem'), 'utf8')).toBe('PEM')
  expect(statSync(join(fresh, 'shop-key.pem')).mode & 0o777).toBe(0o600)
  expect(verifyLedger(fresh).problems).toEqual([])
  expect(restored.nextTicket).toBe(last + 6)

  const back = testLedger(fresh)
  expect(back.nextTicketNumber()).toBe(last + 6)
  const newest = [...back.entriesAfter(made.header.ledger.seq)]
  expect(newest.map(({ fact }) => fact)).toEqual([
    {
      kind: 'ledgerRestored',
      from: made.header.ledger,
      backupMadeAt: now,
      backup: again.sha256,
      lastTicketSeen: last + 5,
      nonce: 'a-nonce-of-22-letters.',
    },
  ])
  const before = rows.get('tickets')
  expect(everyRow(fresh).get('tickets')).toEqual(before)
  expect(path).not.toBe(again.file)
})

test('a number lower than the ledger’s own is not gone back to; one that no till reaches is refused', async () => {
  const { path, ledger } = await backedUp()
  const own = ledger.nextTicketNumber() - 1
  const fresh = testFolder()
  expect((await restoreBackup(task(path, fresh, { lastTicketSeen: 1 }))).nextTicket).toBe(own + 1)
  for (const lastTicketSeen of [own + 1_000_001, -1, 1.5, Number.NaN])
    expect(await code(restoreBackup(task(path, testFolder(), { lastTicketSeen })))).toBe('badInput')
})

test('the ledger of another till is not replaced, nor a newer one, nor one that went another way', async () => {
  const { folder, ledger, path } = await backedUp()
  const other = testFolder()
  const others = testLedger(other)
  live(others, { items: 5, tickets: 3 })
  others.close()
  const before = filesOf(other)
  expect(await code(restoreBackup(task(path, other)))).toBe('backupOfAnotherTill')
  expect(filesOf(other)).toEqual(before)

  const twin = testFolder()
  await restoreBackup(task(path, twin))
  await finishRestore(twin)
  // It has an entry more than the backup: that it was brought back.
  expect(await code(restoreBackup(task(path, twin)))).toBe('backupOlder')

  ledger.append([{ kind: 'clockWentBack', from: now, to: now }], 'amina', now)
  ledger.close()
  const sold = filesOf(folder)
  expect(await code(restoreBackup(task(path, folder)))).toBe('backupOlder')
  expect(filesOf(folder)).toEqual(sold)
})

test('a ledger as long as the backup that is another one is not replaced', async () => {
  const { path, ledger, make, to } = await backedUp()
  const twin = testFolder()
  await restoreBackup(task(path, twin))
  await finishRestore(twin)
  for (let i = 0; i < 3; i++) ledger.append([{ kind: 'clockWentBack', from: now, to: now }], 'a', now)
  const later = await make({ ...now, utcMs: now.utcMs + 60_000 })
  expect(await code(restoreBackup(task(join(to, later.file), twin)))).toBe('backupOlder')
})

test('an older ledger of the same till, and an unused or unreadable one, are put aside and not removed', async () => {
  const { path, folder, ledger, make, to } = await backedUp()
  const older = testFolder()
  ledger.close()
  cpSync(folder, older, { recursive: true })
  const more = openLedger({ folder, clock: stoppedClock, create: false })
  more.append([{ kind: 'clockWentBack', from: now, to: now }], 'a', now)
  more.close()
  const later = await make({ ...now, utcMs: now.utcMs + 60_000 })
  const before = filesOf(older)['ledger.db']
  await restoreBackup(task(join(to, later.file), older))
  const aside = await finishRestore(older)
  expect(filesOf(aside ?? '')['ledger.db']).toBe(before)
  expect(verifyLedger(older).problems).toEqual([])

  const unused = testFolder()
  testLedger(unused).close()
  await restoreBackup(task(path, unused, { anyway: true }))
  expect(await finishRestore(unused)).not.toBeNull()
  expect(verifyLedger(unused).tillId).toBe(verifyLedger(folder).tillId)

  const damaged = testFolder()
  writeFileSync(join(damaged, 'ledger.db'), '')
  const restored = await restoreBackup(task(path, damaged, { anyway: true }))
  expect(restored.replacesDamaged).toBe(true)
  await finishRestore(damaged)
  expect(verifyLedger(damaged).problems).toEqual([])
})

test('a newer backup of the same till beside it is pointed at, unless it is wanted anyway', async () => {
  const { path, ledger, make } = await backedUp()
  ledger.append([{ kind: 'clockWentBack', from: now, to: now }], 'a', now)
  await make({ ...now, utcMs: now.utcMs + 60_000 })
  expect(await code(restoreBackup(task(path, testFolder())))).toBe('backupOlder')
  expect(await code(restoreBackup(task(path, testFolder(), { anyway: true })))).toBe('done')
})

test('a backup of a ledger that was tampered with before it was made is not brought back', async () => {
  const { folder, ledger, to } = await backedUp()
  ledger.close()
  byHand(folder, (db) => db.exec('UPDATE tickets SET gross = gross + 1 WHERE number = 3'))
  const made = await makeBackup({ folder, to, passphrase, madeAt: now, shopKey: null, scryptN: 2 ** 14 })
  const fresh = testFolder()
  expect(await code(restoreBackup(task(join(to, made.file), fresh, { anyway: true })))).toBe('backupDamaged')
  expect(readdirSync(fresh)).toEqual([])
})

test('a wrong passphrase, a file that is gone and a folder that is a file leave everything as it was', async () => {
  const { path } = await backedUp()
  const fresh = testFolder()
  expect(await code(restoreBackup(task(path, fresh, { passphrase: 'no' })))).toBe('wrongPassphrase')
  expect(await code(restoreBackup(task(`${path}-gone`, fresh)))).toBe('backupDamaged')
  expect(readdirSync(fresh)).toEqual([])
  writeFileSync(join(fresh, 'file'), '')
  expect(await code(restoreBackup(task(path, join(fresh, 'file', 'till'))))).toBe('folderUnwritable')
})

test('a start after a power cut anywhere in the exchange ends it', async () => {
  const { path } = await backedUp()
  const folder = testFolder()
  testLedger(folder).close()
  writeFileSync(join(folder, 'shop-key.pem'), 'older key')
  const { ready } = await restoreBackup(task(path, folder))
  // As a cut would leave it that came between the old ledger's going and the new one's coming.
  mkdirSync(join(folder, 'before-restore-a-nonce-'))
  for (const name of ['ledger.db']) {
    writeFileSync(join(folder, 'before-restore-a-nonce-', name), readFileSync(join(folder, name)))
    rmSync(join(folder, name))
  }
  expect(existsSync(join(folder, ready))).toBe(true)
  const aside = await finishRestore(folder)
  expect(readFileSync(join(aside ?? '', 'shop-key.pem'), 'utf8')).toBe('older key')
  expect(readFileSync(join(folder, 'shop-key.pem'), 'utf8')).toBe('PEM of the shop')
  expect(verifyLedger(folder).problems).toEqual([])
  expect(readdirSync(folder).filter((name) => name.startsWith('restore.'))).toEqual([])
  expect(await finishRestore(folder)).toBeNull()
})

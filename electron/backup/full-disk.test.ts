import { randomBytes } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import { live, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { smallDisk } from '#test/harness/small-disk.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

const passphrase = 'three donkeys and a lamp'
const now = stoppedClock.now()

function till(): { readonly folder: string; readonly task: Omit<Parameters<typeof makeBackup>[0], 'to'> } {
  const folder = testFolder()
  const ledger = testLedger(folder)
  live(ledger, { items: 10, tickets: 5 })
  ledger.close()
  // More than fits on the small disk, and no compression helps.
  writeFileSync(join(folder, 'photograph.jpg'), randomBytes(6_000_000))
  return { folder, task: { folder, passphrase, madeAt: now, shopKey: null, scryptN: 2 ** 14 } }
}

const code = (done: Promise<unknown>): Promise<string> =>
  done.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )

test('the disk of the backups fills up half way: named, nothing left there, nothing changed here', async (context) => {
  const disk = smallDisk(4) ?? context.skip()
  const { folder, task } = till()
  expect(await code(makeBackup({ ...task, to: disk.folder }))).toBe('folderUnwritable')
  expect(readdirSync(disk.folder)).toEqual([])
  expect(readdirSync(folder)).not.toContain('backup-work')
  expect(verifyLedger(folder).problems).toEqual([])
})

test('the till’s own disk is nearly full: the till keeps what room there is', async (context) => {
  // Less than what is left for the till at any price.
  const disk = smallDisk(24) ?? context.skip()
  const ledger = testLedger(disk.folder)
  live(ledger, { items: 5, tickets: 2 })
  const to = testFolder()
  const task = { folder: disk.folder, to, passphrase, madeAt: now, shopKey: null, scryptN: 2 ** 14 } as const
  expect(await code(makeBackup(task))).toBe('folderUnwritable')
  expect(readdirSync(to)).toEqual([])
  expect(readdirSync(disk.folder)).not.toContain('backup-work')
  ledger.append([{ kind: 'clockWentBack', from: now, to: now }], 'amina', now)
})

test('the disk fills up while a backup is brought back: the folder is as it was', async (context) => {
  const disk = smallDisk(24) ?? context.skip()
  const { task } = till()
  const to = testFolder()
  const { file } = await makeBackup({ ...task, to })
  const back = {
    file: join(to, file),
    folder: disk.folder,
    passphrase,
    lastTicketSeen: null,
    anyway: false,
    now,
    nonce: 'n'.repeat(22),
  }
  // It looks as if there were room enough; while it unfolds there is none any more.
  const restoring = restoreBackup(back, (phase, done) => {
    if (phase === 'unfold' && done > 2_000_000) disk.fill()
  })
  expect(await code(restoring)).toBe('folderUnwritable')
  expect(readdirSync(disk.folder)).toEqual(['ballast'])
  disk.free()
  expect(await code(restoreBackup(back))).toBe('done')
})

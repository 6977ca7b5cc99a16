import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { startHanout } from '#test/harness/hanout-process.ts'
import { live, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { runBackup, runBackupsList, runBackupsVerify } from './backup.ts'
import { runRestore } from './restore.ts'
import { runVerify } from './verify.ts'

afterEach(() => void vi.unstubAllEnvs())

/** Runs it and gives what it said, or the sentence it failed with. */
async function said(run: (say: (line: string) => void) => Promise<unknown>): Promise<string> {
  const lines: string[] = []
  try {
    await run((line) => void lines.push(line))
  } catch (error) {
    return `failed: ${(error as Error).message}`
  }
  return lines.join('\n')
}

function till(): string {
  const data = testFolder()
  const ledger = testLedger(data)
  live(ledger, { items: 10, tickets: 8 })
  return data
}

const backUp = (data: string, to: string | null) => (say: (line: string) => void) =>
  runBackup({ data, to, keychain: null, clock: stoppedClock, scryptN: 2 ** 14 }, say)

test('a till that sells is backed up, listed, checked and brought back', async () => {
  const data = till()
  const to = testFolder()
  vi.stubEnv('HANOUT_PASSPHRASE', 'three donkeys and a lamp')
  expect(await said(backUp(data, to))).toMatch(/up to ticket 8, written and read back whole\.$/)
  const [file = ''] = readdirSync(to)
  writeFileSync(join(to, 'letter.hanout'), 'Dear till')
  const list = await said((say) => runBackupsList(to, say))
  expect(list).toMatch(/2024-01-02T09:00 +Dar Zarbia .* 8$/m)
  expect(list).toMatch(/^letter\.hanout .*damaged, or no backup$/m)
  expect(await said((say) => runBackupsVerify(join(to, file), undefined, say))).toMatch(
    /is whole: .*ticket 8\./,
  )
  const fresh = join(testFolder(), 'till')
  const task = { file: join(to, file), data: fresh, lastTicket: 11, anyway: false }
  expect(await said((say) => runRestore(task, say))).toMatch(/Its next ticket is number 12\.$/)
  expect(await runVerify({ data: fresh })).toBe(0)
  expect(await said((say) => runRestore(task, say))).toMatch(
    /^failed: .*has entries that this backup does not know/,
  )
})

test('each mistake is one sentence', async () => {
  const data = till()
  const to = testFolder()
  expect(await said(backUp(data, to))).toMatch(/^failed: no passphrase/)
  vi.stubEnv('HANOUT_PASSPHRASE', 'short')
  expect(await said(backUp(data, to))).toBe('failed: a passphrase has at least 10 letters')
  vi.stubEnv('HANOUT_PASSPHRASE', 'three donkeys and a lamp')
  expect(await said(backUp(data, null))).toBe('failed: where to? Name a folder with --to')
  expect(await said(backUp(data, join(to, 'gone')))).toMatch(/^failed: .*gone cannot be written to/)
  expect(await said(backUp(testFolder(), to))).toMatch(/^failed: there is no ledger/)
  expect(await said((say) => runBackupsList(to, say))).toBe(`There are no backups in ${to}.`)
  expect(await said((say) => runBackupsVerify(join(to, 'x.hanout'), undefined, say))).toMatch(
    /cannot be read/,
  )
})

test('a passphrase from a file; a wrong one ends with 1 and changes nothing', {
  timeout: 60_000,
}, async () => {
  const data = till()
  const to = testFolder()
  const phrase = join(to, 'phrase')
  writeFileSync(phrase, 'three donkeys and a lamp\n')
  vi.stubEnv('HANOUT_PASSPHRASE', 'of something else')
  const given = { data, to, passphraseFile: phrase, keychain: null, scryptN: 2 ** 14 } as const
  await said((say) => runBackup(given, say))
  const file = readdirSync(to).find((name) => name.endsWith('.hanout')) ?? ''
  const fresh = testFolder()
  const hanout = startHanout(['restore', join(to, file), '--data', fresh])
  expect(await hanout.ended()).toBe(1)
  expect(hanout.complaint()).toBe('hanout: The passphrase is not the one of this backup.\n')
  expect(readdirSync(fresh).filter((name) => name !== 'till.lock')).toEqual([])
})

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeBackup } from '#electron/backup/make-backup.ts'
import { finishRestore } from '#electron/backup/put-in-place.ts'
import { verifyBackup } from '#electron/backup/verify-backup.ts'
import { openLedger } from '#electron/ledger/open.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import { live, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { killedPassphrase } from './killed-passphrase.data.ts'
import { seeded } from './seeded.ts'

const program = join(import.meta.dirname, 'backing-up.ts')
const now = stoppedClock.now()

/** Runs it and kills it so long after it began; `null`: not at all. @returns how long it took, ms */
async function run(
  what: 'make' | 'restore',
  folder: string,
  other: string,
  killMs: number | null,
): Promise<number> {
  const child = spawn(process.execPath, [program, what, folder, other], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let began = 0
  child.stdout.on('data', (text: Buffer) => {
    if (!String(text).includes('begins')) return
    began = performance.now()
    if (killMs !== null) setTimeout(() => child.kill('SIGKILL'), killMs)
  })
  await once(child, 'close')
  return performance.now() - began
}

/** A till with enough in its folder for every phase to last a while. */
function tillWithPhotographs(): string {
  const folder = testFolder()
  const ledger = testLedger(folder)
  live(ledger, { items: 30, tickets: 20 })
  ledger.close()
  mkdirSync(join(folder, 'photos'))
  for (let i = 0; i < 5; i++) writeFileSync(join(folder, 'photos', `${i}.jpg`), randomBytes(1_000_000))
  writeFileSync(join(folder, 'devices.json'), '{"state":"old"}')
  return folder
}

test('killed while a backup is made, whenever: what bears its name is whole, the till is as it was, the next one works', {
  timeout: 180_000,
}, async () => {
  const chance = seeded(11)
  const folder = tillWithPhotographs()
  const whole = await run('make', folder, testFolder(), null)
  for (let i = 0; i < 6; i++) {
    const to = testFolder()
    await run('make', folder, to, Math.floor(chance.next() * whole))
    for (const name of readdirSync(to).filter((each) => each.endsWith('.hanout')))
      await verifyBackup(join(to, name), killedPassphrase)
    expect(verifyLedger(folder).problems).toEqual([])
    const task = {
      folder,
      to,
      passphrase: killedPassphrase,
      madeAt: now,
      shopKey: null,
      scryptN: 2 ** 14,
    } as const
    const made = await makeBackup(task)
    await verifyBackup(join(to, made.file), killedPassphrase)
    expect(readdirSync(to).filter((name) => name.endsWith('-part'))).toEqual([])
    expect(existsSync(join(folder, 'backup-work'))).toBe(false)
  }
})

test('killed while a backup is brought back, whenever: after the next start there is the old till or the new one, whole', {
  timeout: 180_000,
}, async () => {
  const chance = seeded(12)
  const folder = tillWithPhotographs()
  const older = testFolder()
  cpSync(folder, older, { recursive: true })
  const more = openLedger({ folder, clock: stoppedClock, create: false })
  more.append([{ kind: 'clockWentBack', from: now, to: now }], 'amina', now)
  more.close()
  writeFileSync(join(folder, 'devices.json'), '{"state":"new"}')
  const to = testFolder()
  const task = {
    folder,
    to,
    passphrase: killedPassphrase,
    madeAt: now,
    shopKey: null,
    scryptN: 2 ** 14,
  } as const
  const { file } = await makeBackup(task)
  const oldSeq = verifyLedger(older).entries
  const target = testFolder()
  const fresh = (): void => {
    rmSync(target, { recursive: true, force: true })
    cpSync(older, target, { recursive: true })
  }
  fresh()
  const whole = await run('restore', target, join(to, file), null)
  expect(verifyLedger(target).entries).toBe(oldSeq + 2)
  const seen = { old: 0, new: 0 }
  for (let i = 0; i < 8; i++) {
    fresh()
    // Half of them near the end, where names change places.
    const part = i % 2 === 0 ? chance.next() : 0.85 + chance.next() * 0.15
    await run('restore', target, join(to, file), Math.floor(part * whole))
    await finishRestore(target)
    const verdict = verifyLedger(target)
    expect(verdict.problems).toEqual([])
    const state = JSON.parse(readFileSync(join(target, 'devices.json'), 'utf8')).state as 'old' | 'new'
    expect(verdict.entries).toBe(state === 'old' ? oldSeq : oldSeq + 2)
    expect(readdirSync(join(target, 'photos'))).toHaveLength(5)
    expect(readdirSync(target).filter((name) => name.startsWith('restore.'))).toEqual([])
    seen[state] += 1
  }
  // Or the kills came too early or too late to say anything.
  expect(seen.old).toBeGreaterThan(0)
})

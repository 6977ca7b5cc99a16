import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { everyRow, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { oldLedger } from '#test/harness/ledger-versions.ts'
import { applicationId } from './database.ts'
import { schemaVersion } from './migrate.ts'
import { ledgerPath } from './open.ts'
import { verifyLedger } from './verify/verify.ts'

/**
 * Brings a folder's ledger up in a process of its own; `null`: lets it finish. Resolves with how long it was at it,
 * ms.
 */
async function bringUp(folder: string, killAfterMs: number | null): Promise<number> {
  const program = `
    import { openLedger } from '#electron/ledger/open.ts'
    process.stdout.write('begun')
    openLedger({ folder: ${JSON.stringify(folder)}, clock: { now: () => ({ utcMs: 0, offsetMinutes: 0 }) }, create: false }).close()`
  const till = spawn(process.execPath, ['--input-type=module-typescript', '-e', program])
  const gone = once(till, 'exit')
  await once(till.stdout, 'data')
  const begun = performance.now()
  if (killAfterMs !== null) setTimeout(() => till.kill('SIGKILL'), killAfterMs)
  const [code] = await gone
  if (killAfterMs === null && code !== 0) throw new Error('the till did not come up')
  return performance.now() - begun
}

function versionIn(folder: string): unknown {
  const db = new Database(ledgerPath(folder))
  const version = db.pragma('user_version', { simple: true })
  db.close()
  return version
}

test('a till killed while it brings an old ledger up leaves it old or new, and loses nothing', async () => {
  const [folder, undisturbed] = [testFolder(), testFolder()]
  const old = oldLedger(1, { items: 200, tickets: 1200 })
  old.pragma(`application_id = ${applicationId}`)
  writeFileSync(ledgerPath(folder), old.serialize())
  old.close()
  cpSync(folder, undisturbed, { recursive: true })

  const takesMs = await bringUp(undisturbed, null)
  const versions = new Set<unknown>()
  for (const share of [0.1, 0.3, 0.5, 0.7, 0.85, 0.95]) {
    await bringUp(folder, takesMs * share)
    versions.add(versionIn(folder))
  }
  await bringUp(folder, null)

  // Kills that all came too late would prove nothing.
  expect(versions).toContain(1)
  expect([...versions].filter((version) => version !== 1 && version !== schemaVersion)).toEqual([])
  expect(everyRow(folder)).toEqual(everyRow(undisturbed))
  expect(verifyLedger(folder).problems).toEqual([])
  expect(testLedger(folder).nextTicketNumber()).toBeGreaterThan(1000)
}, 60_000)

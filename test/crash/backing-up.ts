import { makeBackup } from '#electron/backup/make-backup.ts'
import { putInPlace } from '#electron/backup/put-in-place.ts'
import { restoreBackup } from '#electron/backup/restore-backup.ts'
import { holdFolder } from '#electron/ledger/lock.ts'
import { killedPassphrase } from './killed-passphrase.data.ts'

/** A process that makes or brings back one backup, to be killed while it does. It says when it begins and when it is done. */
const [what = '', folder = '', other = ''] = process.argv.slice(2)
const now = { utcMs: 1_804_182_400_000, offsetMinutes: 60 }
const passphrase = killedPassphrase

async function back(): Promise<void> {
  const letGo = holdFolder(folder)
  const task = { file: other, folder, passphrase, lastTicketSeen: null, anyway: false, now }
  const { ready } = await restoreBackup({ ...task, nonce: 'a nonce of the killed one' })
  await putInPlace(folder, ready)
  letGo()
}

process.stdout.write('begins\n')
if (what === 'make')
  await makeBackup({ folder, to: other, passphrase, madeAt: now, shopKey: null, scryptN: 2 ** 14 })
else await back()
process.stdout.write('done\n')

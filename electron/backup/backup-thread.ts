import { parentPort, workerData } from 'node:worker_threads'
import { LedgerRefused } from '#electron/ledger/refused.ts'
import type { BackupPhase } from '#shared/contract/books/backups.ts'
import { asUnwritable, BackupRefused } from './backup-refused.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import type { BackupJob, ThreadWord } from './run-backup-job.ts'
import { verifyBackup } from './verify-backup.ts'

const job = workerData as BackupJob
const say = (word: ThreadWord): void => parentPort?.postMessage(word)

/** Between two words about how far it is. */
const restMs = 100
let saidAt = 0

function progress(phase: BackupPhase, done: number, of: number): void {
  const at = performance.now()
  if (at - saidAt < restMs) return
  saidAt = at
  say({ phase, part: of === 0 ? 1 : Math.min(1, done / of) })
}

async function work(): Promise<ThreadWord> {
  switch (job.kind) {
    case 'make':
      return { end: 'made', made: await makeBackup(job.task, progress) }
    case 'verify':
      await verifyBackup(job.path, job.passphrase, (done, of) => progress('check', done, of))
      return { end: 'verified' }
    case 'restore':
      return { end: 'restored', restored: await restoreBackup(job.task, progress) }
  }
}

try {
  say(await work())
} catch (thrown) {
  const error = asUnwritable(thrown, job.kind === 'make' ? job.task.to : '')
  if (error instanceof BackupRefused) say({ end: 'refused', code: error.code, what: error.message })
  // A backup of a newer Hanout, or a folder whose ledger is not ours to judge.
  else if (error instanceof LedgerRefused) say({ end: 'refused', code: 'backupDamaged', what: error.message })
  else throw thrown
}

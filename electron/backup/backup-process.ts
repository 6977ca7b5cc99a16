import { LedgerRefused } from '#electron/ledger/refused.ts'
import type { BackupPhase } from '#shared/contract/books/backups.ts'
import { asUnwritable, BackupRefused } from './backup-refused.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import type { BackupJob, ProcessWord } from './run-backup-job.ts'
import { verifyBackup } from './verify-backup.ts'

/** @throws once whoever asked is gone: nobody would hear what comes of it */
function say(word: ProcessWord): void {
  if (!process.connected) throw new Error('whoever asked for this backup is gone')
  process.send?.(word)
}

/** Between two words about how far it is. */
const restMs = 100
let saidAt = 0

function progress(phase: BackupPhase, done: number, of: number): void {
  const at = performance.now()
  if (at - saidAt < restMs) return
  saidAt = at
  say({ phase, part: of === 0 ? 1 : Math.min(1, done / of) })
}

async function work(job: BackupJob): Promise<ProcessWord> {
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

/** What is no refusal is thrown: it ends the process, and is a defect for whoever asked. */
async function answerTo(job: BackupJob): Promise<ProcessWord> {
  try {
    return await work(job)
  } catch (thrown) {
    const error = asUnwritable(thrown, job.kind === 'make' ? job.task.to : '')
    if (error instanceof BackupRefused) return { end: 'refused', code: error.code, what: error.message }
    // A backup of a newer Hanout, or a folder whose ledger is not ours to judge.
    if (error instanceof LedgerRefused) return { end: 'refused', code: 'backupDamaged', what: error.message }
    throw thrown
  }
}

process.once('message', (job: BackupJob) => {
  void answerTo(job).then((word) => {
    say(word)
    process.disconnect()
  })
})

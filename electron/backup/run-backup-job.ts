import { runBeside } from '#electron/platform/process-beside.ts'
import type { BackupPhase } from '#shared/contract/books/backups.ts'
import type { BackupRefusedCode } from './backup-refused.ts'
import type { BackupTask, MadeBackup } from './make-backup.ts'
import type { Restored, RestoreTask } from './restore-backup.ts'

/** What is done beside the till that sells, in a process of its own. */
export type BackupJob =
  | { readonly kind: 'make'; readonly task: BackupTask }
  | { readonly kind: 'verify'; readonly path: string; readonly passphrase: string }
  | { readonly kind: 'restore'; readonly task: RestoreTask }

/** What came of it. */
export type BackupEnd =
  | { readonly end: 'made'; readonly made: MadeBackup }
  | { readonly end: 'verified' }
  | { readonly end: 'restored'; readonly restored: Restored }
  | { readonly end: 'refused'; readonly code: BackupRefusedCode; readonly what: string }

export interface BackupStep {
  readonly phase: BackupPhase
  /** [0, 1] */
  readonly part: number
}

export type ProcessWord = BackupStep | BackupEnd

/**
 * Does a job in a process of its own: a fall of it is no fall of the till's, and it can be ended at any moment.
 * @param signal ends the process at once; what it wrote aside is removed by the next job
 * @returns `null`: it was called off
 * @throws where it ended otherwise than with a word
 */
export async function runBackupJob(
  job: BackupJob,
  onStep: (step: BackupStep) => void,
  signal: AbortSignal,
): Promise<BackupEnd | null> {
  let last: BackupEnd | null = null
  const code = await runBeside<ProcessWord>({
    program: new URL('./backup-process.ts', import.meta.url),
    task: job,
    onWord(word) {
      if ('phase' in word) onStep(word)
      else last = word
    },
    signal,
  })
  if (last === null && code !== null)
    throw new Error(`the process of a backup ended without a word (${code})`)
  return last
}

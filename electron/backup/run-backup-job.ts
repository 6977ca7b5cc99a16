import { Worker } from 'node:worker_threads'
import type { BackupPhase } from '#shared/contract/books/backups.ts'
import type { BackupRefusedCode } from './backup-refused.ts'
import type { BackupTask, MadeBackup } from './make-backup.ts'
import type { Restored, RestoreTask } from './restore-backup.ts'

/** What is done beside the till that sells, in a thread of its own. */
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

export type ThreadWord = BackupStep | BackupEnd

/**
 * Does a job in a thread of its own.
 * @param signal ends the thread at once; what it wrote aside is removed by the next job
 * @returns `null`: it was called off
 * @throws what the thread threw, where that is no refusal
 */
export function runBackupJob(
  job: BackupJob,
  onStep: (step: BackupStep) => void,
  signal: AbortSignal,
): Promise<BackupEnd | null> {
  const thread = new Worker(new URL('./backup-thread.ts', import.meta.url), { workerData: job })
  const ended = Promise.withResolvers<BackupEnd | null>()
  let last: BackupEnd | null = null
  thread.on('message', (word: ThreadWord) => {
    if ('phase' in word) onStep(word)
    else last = word
  })
  thread.on('error', ended.reject)
  // Only once it is gone: it holds its files open until then.
  thread.on('exit', () => {
    if (last !== null || signal.aborted) ended.resolve(last)
    else ended.reject(new Error('the thread of a backup ended without a word'))
  })
  const stop = (): void => void thread.terminate()
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop)
  return ended.promise.finally(() => signal.removeEventListener('abort', stop))
}

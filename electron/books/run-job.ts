import { randomBytes } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { syncFolderOf } from '#electron/platform/settings-file.ts'
import type { KeySecret } from '#electron/platform/shop-key.ts'
import { type Refusal, refuse } from '#shared/kernel/refusal.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import type { BookAnswer } from './book-world.ts'
import type { BookJob } from './jobs.ts'

/** What the thread is given. */
export interface BookTask {
  /** The till's data folder. */
  readonly folder: string
  readonly now: Stamp
  /** Where its file goes. */
  readonly out: string
  readonly job: BookJob
  /** What opens the shop's key where a keychain keeps it. */
  readonly secret?: KeySecret | null
}

/** What the thread says: how far it is, any number of times; then what came of it, or why nothing did. */
export type ThreadWord =
  | { readonly done: number; readonly of: number }
  | { readonly answer: BookAnswer }
  | { readonly refusal: Refusal }

/** A work that was called off by whoever asked for it. Nothing of it is left. */
export class BooksCalledOff extends Error {
  override readonly name = 'BooksCalledOff'
}

export const partPrefix = '.part-'

/**
 * Does one work of the books in a thread of its own. Its file is written aside, flushed, and moved into `task.out` whole,
 * under `UTC milliseconds-name`; after a failure, a refusal or a cancellation nothing of it is there.
 * @param signal ends the thread at once
 * @throws BooksCalledOff; what the thread threw, where that is no refusal
 */
export async function runBookJob(
  task: BookTask,
  onProgress: (done: number, of: number) => void,
  signal?: AbortSignal,
): Promise<Result<BookAnswer, Refusal>> {
  const aside = join(task.out, `${partPrefix}${randomBytes(6).toString('hex')}`)
  try {
    const word = await lastWordOf({ ...task, out: aside }, onProgress, signal)
    if ('refusal' in word) return err(word.refusal)
    const { answer } = word
    if (answer.kind === 'value') return ok(answer)
    const file = join(task.out, `${task.now.utcMs}-${basename(answer.name)}`)
    try {
      await rename(answer.file, file)
    } catch {
      return err(refuse('folderUnwritable'))
    }
    await syncFolderOf(file)
    return ok({ ...answer, file })
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

type LastWord = Exclude<ThreadWord, { readonly done: number }>

async function lastWordOf(
  task: BookTask,
  onProgress: (done: number, of: number) => void,
  signal: AbortSignal | undefined,
): Promise<LastWord> {
  const thread = new Worker(new URL('./books-thread.ts', import.meta.url), { workerData: task })
  const ended = Promise.withResolvers<LastWord>()
  let last: LastWord | null = null
  thread.on('message', (word: ThreadWord) => {
    if ('done' in word) onProgress(word.done, word.of)
    else last = word
  })
  thread.on('error', ended.reject)
  // Only once it is gone: it holds its files open until then.
  thread.on('exit', () => {
    if (last !== null) ended.resolve(last)
    else if (signal?.aborted === true) ended.reject(new BooksCalledOff('the work was called off'))
    else ended.reject(new Error('the books’ thread ended without a word'))
  })
  const callOff = (): void => void thread.terminate()
  signal?.addEventListener('abort', callOff)
  if (signal?.aborted === true) callOff()
  try {
    return await ended.promise
  } finally {
    signal?.removeEventListener('abort', callOff)
  }
}

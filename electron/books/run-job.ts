import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { compiledBefore } from '#electron/platform/compile-cache.ts'
import { syncFolderOf } from '#electron/platform/settings-file.ts'
import type { KeySecret } from '#electron/platform/shop-key.ts'
import { stepAside } from '#electron/platform/step-aside.ts'
import { type Refusal, refuse } from '#shared/kernel/refusal.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import type { BookAnswer } from './book-world.ts'
import type { BookJob } from './jobs.ts'

/** What the books' process is given. */
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

/** What it says: how far it is, any number of times; then what came of it, or why nothing did. */
export type ProcessWord =
  | { readonly done: number; readonly of: number }
  | { readonly answer: BookAnswer }
  | { readonly refusal: Refusal }
  /** A defect, with its stack. */
  | { readonly failed: string }

/** A work that was called off by whoever asked for it. Nothing of it is left. */
export class BooksCalledOff extends Error {
  override readonly name = 'BooksCalledOff'
}

/**
 * How the books' process is started, and no more than that: a port to debug this one on is not theirs. What they read is
 * litter at once: a small nursery is swept often and keeps their memory small. It is swept by the one thread that makes it:
 * V8's helpers would be on the processor that the sale is on.
 */
export const booksFlags = ['--max-semi-space-size=16', '--single-threaded-gc'] as const

export const partPrefix = '.part-'

/**
 * Does one work of the books in a process of its own: it takes no turn, no memory and no fall of the till's. Its file is written aside, flushed, and moved into `task.out` whole,
 * under `UTC milliseconds-name`; after a failure, a refusal or a cancellation nothing of it is there.
 * @param signal ends the process at once
 * @throws BooksCalledOff; Error for a defect
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

type LastWord = Exclude<ProcessWord, { readonly done: number } | { readonly failed: string }>

async function lastWordOf(
  task: BookTask,
  onProgress: (done: number, of: number) => void,
  signal: AbortSignal | undefined,
): Promise<LastWord> {
  if (signal?.aborted === true) throw calledOff()
  const books = fork(new URL('./books-process.ts', import.meta.url), {
    // A key's secret is bytes.
    serialization: 'advanced',
    execArgv: [...booksFlags],
    env: { ...process.env, ...compiledBefore() },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  stepAside(books.pid)
  const ended = Promise.withResolvers<LastWord>()
  let last: ProcessWord | null = null
  books.on('message', (word: ProcessWord) => {
    if ('done' in word) onProgress(word.done, word.of)
    else last = word
  })
  books.on('error', ended.reject)
  // Only once it is gone: it holds its files open until then.
  books.on('exit', (code, killedBy) => {
    if (signal?.aborted === true) ended.reject(calledOff())
    else if (last === null || 'done' in last)
      ended.reject(new Error(`the books’ process ended without a word (${killedBy ?? code})`))
    else if ('failed' in last) ended.reject(new Error(last.failed))
    else ended.resolve(last)
  })
  const callOff = (): void => void books.kill('SIGKILL')
  signal?.addEventListener('abort', callOff)
  books.send(task, (error) => {
    if (error !== null) books.kill('SIGKILL')
  })
  try {
    return await ended.promise
  } finally {
    signal?.removeEventListener('abort', callOff)
  }
}

const calledOff = (): BooksCalledOff => new BooksCalledOff('the work was called off')

import { randomBytes } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { runBeside } from '#electron/platform/process-beside.ts'
import { syncFolderOf } from '#electron/platform/settings-file.ts'
import type { KeySecret } from '#electron/platform/shop-key.ts'
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
  let last: ProcessWord | null = null as ProcessWord | null
  const code = await runBeside<ProcessWord>({
    program: new URL('./books-process.ts', import.meta.url),
    task,
    onWord(word) {
      if ('done' in word) onProgress(word.done, word.of)
      else last = word
    },
    signal,
  })
  if (code === null) throw new BooksCalledOff('the work was called off')
  if (last === null || 'done' in last) throw new Error(`the books’ process ended without a word (${code})`)
  if ('failed' in last) throw new Error(last.failed)
  return last
}

import { type FileHandle, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '#electron/platform/clock.ts'
import type { KnownSecret } from '#electron/platform/key-secret.ts'
import { makeFolder } from '#electron/platform/make-folder.ts'
import { type Refusal, refuse } from '#shared/kernel/refusal.ts'
import { err, type Result } from '#shared/kernel/result.ts'
import type { BookAnswer } from './book-world.ts'
import type { BookJob } from './jobs.ts'
import { partPrefix, runBookJob } from './run-job.ts'

/** The books of a running till: works that read the ledger beside the sale, one at a time. */
export interface Books {
  /**
   * Does a work in a process of its own.
   * @returns its answer; `booksBusy` while another is on its way, or why it was not done
   * @throws BooksCalledOff once `signal` aborts
   */
  run(
    job: BookJob,
    onProgress?: (done: number, of: number) => void,
    signal?: AbortSignal,
  ): Promise<Result<BookAnswer, Refusal>>
  /**
   * A file that a work made, in pieces.
   * @param file the last part of the path in its answer
   * @returns `null`: it is not there, or no longer
   */
  openFile(file: string, pieceBytes: number): Promise<AsyncIterable<Uint8Array> | null>
  /** Ends the work on its way. */
  close(): Promise<void>
}

export interface BooksParts {
  readonly folder: string
  readonly clock: Clock
  /** What opens the shop's key where a keychain keeps it. Default: nothing has to. */
  readonly secret?: KnownSecret
}

/** How long a file that was made lies there to be fetched, and how many at most. */
const keptMs = 7 * 24 * 3_600_000
const keptFiles = 50

/** Where the files lie that works made. */
export const exportsFolder = (folder: string): string => join(folder, 'exports')

export function openBooks({ folder, clock, secret = () => null }: BooksParts): Books {
  const out = exportsFolder(folder)
  const closing = new AbortController()
  let atWork: Promise<unknown> | null = null

  async function work(
    job: BookJob,
    onProgress: (done: number, of: number) => void,
    signal: AbortSignal,
  ): Promise<Result<BookAnswer, Refusal>> {
    const now = clock.now()
    try {
      makeFolder(out)
      await sweep(out, now.utcMs)
    } catch {
      return err(refuse('folderUnwritable'))
    }
    return runBookJob({ folder, now, out, job, secret: secret() }, onProgress, signal)
  }

  return {
    async run(job, onProgress = () => undefined, signal) {
      if (atWork !== null) return err(refuse('booksBusy'))
      const ends = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal])
      const own = work(job, onProgress, ends)
      atWork = own
      try {
        return await own
      } finally {
        atWork = null
      }
    },
    async openFile(file, pieceBytes) {
      if (!/^\d+-[\w.-]+$/.test(file)) return null
      const handle = await open(join(out, file), 'r').catch(() => null)
      return handle === null ? null : piecesOf(handle, pieceBytes)
    },
    async close() {
      closing.abort()
      await atWork?.catch(() => undefined)
    },
  }
}

async function* piecesOf(handle: FileHandle, pieceBytes: number): AsyncGenerator<Uint8Array, void, void> {
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(pieceBytes), 0, pieceBytes)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

/** Removes what a killed till left half done, and files that are old or more than a shop fetches. */
async function sweep(out: string, nowMs: number): Promise<void> {
  const names = await readdir(out)
  for (const name of names.filter((each) => each.startsWith(partPrefix)))
    await rm(join(out, name), { recursive: true, force: true })
  const files = names.filter((name) => /^\d+-/.test(name)).toSorted((a, b) => madeAt(b) - madeAt(a))
  for (const [at, name] of files.entries())
    if (at >= keptFiles - 1 || nowMs - madeAt(name) > keptMs) await rm(join(out, name), { force: true })
}

const madeAt = (name: string): number => Number(name.split('-', 1)[0])

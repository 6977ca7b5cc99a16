import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs'
import { openReadOnly } from '#electron/ledger/open.ts'
import { makeFolder } from '#electron/platform/make-folder.ts'
import { openShopKey, type ShopKey, ShopKeyRefused, shopKeyPath } from '#electron/platform/shop-key.ts'
import { type Refusal, refuse } from '#shared/kernel/refusal.ts'
import type { BookAnswer, BookWork, BookWorld } from './book-world.ts'
import { BooksRefused } from './book-world.ts'
import { works } from './jobs.ts'
import type { BookTask, ProcessWord } from './run-job.ts'

/** @throws once whoever asked is gone: nobody would clear up behind a work that goes on */
function say(word: ProcessWord): void {
  if (!process.connected) throw new Error('whoever asked for this work is gone')
  process.send?.(word)
}

/** Between two words about how far it is. */
const restMs = 100

function progressOf(): BookWorld['progress'] {
  let saidAt = 0
  return (done, of) => {
    const at = performance.now()
    if (at - saidAt < restMs && done < of) return
    saidAt = at
    say({ done, of })
  }
}

/** The till alone makes keys: it writes their public half into the journal. */
function keyOf({ folder, secret = null }: BookTask): ShopKey | null {
  if (!existsSync(shopKeyPath(folder))) return null
  try {
    return openShopKey(folder, secret)
  } catch (error) {
    if (error instanceof ShopKeyRefused) return null
    throw error
  }
}

/** On the disk before anyone is told of it. */
function flush(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** What a disk says that is full, gone, or not ours to write on. */
const diskCodes = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'ENODEV', 'ENOENT'])

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof BooksRefused) return error.refusal
  const { code, syscall } = error as NodeJS.ErrnoException
  return syscall !== undefined && diskCodes.has(code ?? '') ? refuse('folderUnwritable') : null
}

async function work(task: BookTask): Promise<BookAnswer> {
  const { folder, now, out, job } = task
  const load = (works as Readonly<Record<string, (() => Promise<BookWork<never>>) | undefined>>)[job.kind]
  if (load === undefined) throw new Error(`the books know no work ${job.kind}`)
  const run = await load()
  const ledger = openReadOnly(folder)
  try {
    const answer = await run(job as never, {
      ledger,
      folder,
      now,
      key: () => keyOf(task),
      get out() {
        makeFolder(out)
        return out
      },
      progress: progressOf(),
    })
    if (answer.kind === 'file') flush(answer.file)
    return answer
  } finally {
    ledger.close()
  }
}

/** What came of it, or why nothing did. */
async function lastWord(task: BookTask): Promise<ProcessWord> {
  try {
    return { answer: await work(task) }
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal !== null) return { refusal }
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

process.once('message', async (task: BookTask) => {
  say(await lastWord(task))
  process.disconnect()
})

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { OutboxHead } from './check-outbox.ts'
import type { WrongRow } from './wrong-row.ts'

/** What the thread is given. */
export interface ChainsTask {
  readonly folder: string
  readonly tillId: string
  readonly upTo: number
  readonly outboxUpTo: number
}

/** What it finds: the ends of both chains as the head must know them, or the first wrong row. */
export type ChainsFound = (OutboxHead & { readonly hash: string }) | { readonly wrong: WrongRow }

/**
 * Walks the chains of journal and outbox in a thread of its own.
 * @returns `null` where that cannot be: a packed till may hold this code in one file
 */
export function chainsApart(task: ChainsTask): Promise<ChainsFound> | null {
  const program = new URL('./chains-thread.ts', import.meta.url)
  if (!existsSync(fileURLToPath(program))) return null
  // It keeps nothing: what it reads is litter at once, and a small nursery is swept while it is still in the cache.
  const thread = new Worker(program, { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: 8 } })
  return new Promise((resolve, reject) => {
    thread.once('message', (found: ChainsFound) => resolve(found))
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the thread that walks the chains ended without a word')))
  })
}

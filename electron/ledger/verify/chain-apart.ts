import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { WrongRow } from './wrong-row.ts'

/** What the thread is given. */
export interface ChainTask {
  readonly folder: string
  readonly tillId: string
  readonly upTo: number
  /** What the chain must end in. */
  readonly hash: string
}

/**
 * Walks the chain in a thread of its own.
 * @returns `null` where that cannot be: a packed till may hold this code in one file
 */
export function chainApart(task: ChainTask): Promise<WrongRow | null> | null {
  const program = new URL('./chain-thread.ts', import.meta.url)
  if (!existsSync(fileURLToPath(program))) return null
  const thread = new Worker(program, { workerData: task })
  return new Promise((resolve, reject) => {
    thread.once('message', (wrong: WrongRow | null) => resolve(wrong))
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the thread that walks the chain ended without a word')))
  })
}

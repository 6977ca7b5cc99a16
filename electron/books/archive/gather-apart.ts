import { Worker } from 'node:worker_threads'
import type { Gathered } from './gather.ts'

/** What the thread is given. */
export interface GatherTask {
  /** Of the ledger, which is open in the thread that asks. */
  readonly path: string
  /** Which entries. */
  readonly first: number
  readonly last: number
}

/** A thread that gathers. */
export interface Gathering {
  /** Rejects with what the thread fell over. */
  readonly gathered: Promise<Gathered>
  /** Ends the thread, done or not. */
  end(): Promise<void>
}

/** Gathers in a thread of its own, which reads the ledger for itself. */
export function gatherApart(task: GatherTask): Gathering {
  const thread = new Worker(new URL('./gather-thread.ts', import.meta.url), { workerData: task })
  const gathered = new Promise<Gathered>((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the thread that gathers an archive ended without a word')))
  })
  // Whoever packs the journal meanwhile hears of it when it asks; if that fails first, nobody asks.
  gathered.catch(() => undefined)
  return { gathered, end: async () => void (await thread.terminate()) }
}

import { parentPort, workerData } from 'node:worker_threads'
import { openEntries } from '#electron/ledger/open-entries.ts'
import { type Gathered, gather } from './gather.ts'
import type { GatherTask } from './gather-apart.ts'

const { path, first, last } = workerData as GatherTask

function gathered(): Gathered {
  const entries = openEntries(path)
  try {
    return gather(entries, { first, last })
  } finally {
    entries.close()
  }
}

parentPort?.postMessage(gathered())

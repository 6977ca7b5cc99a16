import { parentPort, workerData } from 'node:worker_threads'
import { openReadOnly } from '#electron/ledger/open.ts'
import { type Gathered, gather } from './gather.ts'
import type { GatherTask } from './gather-apart.ts'

const { folder, first, last } = workerData as GatherTask

function gathered(): Gathered {
  const ledger = openReadOnly(folder)
  try {
    return gather(ledger, { first, last })
  } finally {
    ledger.close()
  }
}

parentPort?.postMessage(gathered())

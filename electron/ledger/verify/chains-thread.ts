import { parentPort, workerData } from 'node:worker_threads'
import { connectReadOnly } from '../open.ts'
import type { ChainsFound, ChainsTask } from './chains-apart.ts'
import { checkOutbox } from './check-outbox.ts'
import { walkJournal } from './walk-journal.ts'
import { wrongRowOf } from './wrong-row.ts'

const { folder, tillId, upTo, outboxUpTo } = workerData as ChainsTask

function walk(): ChainsFound {
  const db = connectReadOnly(folder)
  try {
    const hash = walkJournal(db, { tillId, upTo, chain: true, replay: null, onProgress: () => {} })
    return { hash, ...checkOutbox(db, outboxUpTo) }
  } catch (error) {
    return { wrong: wrongRowOf(error) }
  } finally {
    db.close()
  }
}

parentPort?.postMessage(walk())

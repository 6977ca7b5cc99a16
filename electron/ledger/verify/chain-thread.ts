import { parentPort, workerData } from 'node:worker_threads'
import { connectReadOnly } from '../open.ts'
import type { ChainTask } from './chain-apart.ts'
import { walkJournal } from './walk-journal.ts'
import { FoundWrong, type WrongRow, wrongRowOf } from './wrong-row.ts'

const { folder, tillId, upTo, hash } = workerData as ChainTask

function walk(): WrongRow | null {
  const db = connectReadOnly(folder)
  try {
    const last = walkJournal(db, { tillId, upTo, chain: true, replay: null, onProgress: () => {} })
    if (last !== hash) throw new FoundWrong('head', 'id 1', `hash is ${hash}, the chain ends in ${last}`)
    return null
  } catch (error) {
    return wrongRowOf(error)
  } finally {
    db.close()
  }
}

parentPort?.postMessage(walk())

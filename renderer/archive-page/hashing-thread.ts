import { firstWrongHash, type WrongHash } from '#shared/archive/line-hashes.ts'
import { sha256Now } from './sha256-now.ts'

/** From the thread: that it is there, then what it found. */
type Answer = { readonly kind: 'begun' } | { readonly kind: 'ended'; readonly wrong: WrongHash | null }

/** A browser that says nothing about a thread it does not make; a thread begins within a tenth of a second. */
const patienceMs = 5000

/** The page's own script; to be asked for while it runs for the first time. `null` in the thread itself. */
const ownScript = globalThis.document?.currentScript?.textContent ?? null

/** Whether this script was begun as the thread, not as the page. */
export const isThread = globalThis.document === undefined && 'WorkerGlobalScope' in globalThis

/**
 * Hashes a journal in a thread of its own, made of the page's own script: nothing is loaded.
 * @returns `null` where no thread can be made; rejects where that is seen later
 */
export function hashedBeside(journal: Uint8Array): Promise<WrongHash | null> | null {
  if (ownScript === null || !('Worker' in globalThis)) return null
  const address = URL.createObjectURL(new Blob([ownScript], { type: 'text/javascript' }))
  let thread: Worker
  try {
    thread = new Worker(address)
    thread.postMessage(journal)
  } catch {
    URL.revokeObjectURL(address)
    return null
  }
  return new Promise<WrongHash | null>((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error('no thread')), patienceMs)
    thread.onmessage = ({ data }: MessageEvent<Answer>) => {
      clearTimeout(patience)
      if (data.kind === 'ended') resolve(data.wrong)
    }
    thread.onerror = (event) => {
      event.preventDefault()
      clearTimeout(patience)
      reject(new Error('no thread'))
    }
  }).finally(() => {
    thread.terminate()
    URL.revokeObjectURL(address)
  })
}

/** What the thread does: one journal, one answer. */
export function answerAsThread(): void {
  const answer = (said: Answer): void => globalThis.postMessage(said)
  answer({ kind: 'begun' })
  globalThis.onmessage = ({ data }: MessageEvent<Uint8Array>) =>
    firstWrongHash(data, { sha256Now, pause: async () => undefined }).then((wrong) =>
      answer({ kind: 'ended', wrong }),
    )
}

import { pause, type Timers } from '#drivers/transport/timers.ts'
import type { Link, Transport } from '#drivers/transport/transport.ts'
import type { PrinterTimings } from './timings.ts'

export interface PrinterLineParts {
  readonly transport: Transport
  readonly timings: Pick<PrinterTimings, 'openMs'>
  readonly timers: Timers
}

/**
 * The line to one printer: one piece of work at a time, in the order of the calls, each on a line opened for it, so that
 * a printer shared over the network is free in between and a re-plugged cable needs no care.
 */
export class PrinterLine {
  readonly #parts: PrinterLineParts
  readonly #closing = new AbortController()
  #queue: Promise<unknown> = Promise.resolve()
  /** The last line letting go: a wire may still hand over its tail when the outcome is known already. */
  #lettingGo: Promise<unknown> = Promise.resolve()

  constructor(parts: PrinterLineParts) {
    this.#parts = parts
  }

  /** Runs `work` when all that was asked for before is over. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#queue.then(work)
    this.#queue = mine.catch(() => undefined)
    return mine
  }

  /**
   * Opens the line for one piece of work; closing takes it away from under the work.
   * @returns `null` if the line did not open
   */
  async withLink<T>(work: (link: Link) => Promise<T>): Promise<T | null> {
    await this.#lettingGo
    const link = await this.#open()
    if (link === null) return null
    const drop = () => void link.close()
    this.#closing.signal.addEventListener('abort', drop)
    try {
      return await work(link)
    } finally {
      this.#closing.signal.removeEventListener('abort', drop)
      const { timers, timings } = this.#parts
      const enough = new AbortController()
      this.#lettingGo = Promise.race([link.close(), pause(timers, timings.openMs, enough.signal)]).finally(
        () => enough.abort(),
      )
    }
  }

  /** Waits for what is underway; everything asked for from now on finds no line. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#queue
    await this.#lettingGo
  }

  async #open(): Promise<Link | null> {
    if (this.#closing.signal.aborted) return null
    const { transport, timers, timings } = this.#parts
    const late = new AbortController()
    const cancel = timers.after(transport.openMs ?? timings.openMs, () => late.abort())
    try {
      return await transport.open(AbortSignal.any([this.#closing.signal, late.signal]))
    } catch {
      return null
    } finally {
      cancel()
    }
  }
}

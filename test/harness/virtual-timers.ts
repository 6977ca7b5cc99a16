import type { Timers } from '#drivers/transport/timers.ts'

/** Turns of the event loop in which something may still come of work that is not virtual. */
const patience = 100

interface Due {
  readonly atMs: number
  readonly order: number
  readonly run: () => void
}

/** A clock that stands still until told to go on: forty seconds of a protocol pass in no time, in order. */
export class VirtualTimers implements Timers {
  #nowMs = 0
  #order = 0
  readonly #due = new Set<Due>()

  nowMs(): number {
    return this.#nowMs
  }

  after(delayMs: number, run: () => void): () => void {
    const due = { atMs: this.#nowMs + Math.max(0, delayMs), order: this.#order++, run }
    this.#due.add(due)
    return () => this.#due.delete(due)
  }

  /** Lets time pass until the promise settles. @throws Error when nothing is left that could settle it */
  async until<T>(promise: Promise<T>): Promise<T> {
    let settled = false
    const end = (): void => {
      settled = true
    }
    promise.then(end, end)
    for (;;) {
      await quiet()
      if (settled) return promise
      const next = this.#next() ?? (await this.#patiently(() => settled))
      if (settled) return promise
      if (next === null) throw new Error('time stands still: nothing is waited for')
      this.#fire(next)
    }
  }

  /** Nothing is due: what still runs (a file, a worker, a turn of the event loop given away) may make something due. */
  async #patiently(isOver: () => boolean): Promise<Due | null> {
    for (let turn = 0; turn < patience; turn += 1) {
      await quiet()
      const next = this.#next()
      if (next !== null || isOver()) return next
    }
    return null
  }

  /** Lets this much time pass, with everything that falls due in it. */
  async advance(ms: number): Promise<void> {
    const target = this.#nowMs + ms
    for (;;) {
      await quiet()
      const next = this.#next()
      if (next === null || next.atMs > target) break
      this.#fire(next)
    }
    this.#nowMs = target
  }

  #next(): Due | null {
    let first: Due | null = null
    for (const due of this.#due) {
      if (first === null || due.atMs < first.atMs || (due.atMs === first.atMs && due.order < first.order)) {
        first = due
      }
    }
    return first
  }

  #fire(due: Due): void {
    this.#due.delete(due)
    this.#nowMs = Math.max(this.#nowMs, due.atMs)
    due.run()
  }
}

/** Every promise that can go on without time has gone on. */
async function quiet(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

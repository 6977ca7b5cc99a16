/** Gives the turn to the next. */
export type Leave = () => void

/** One at a time, in the order of the asking. */
export class Turns {
  #last: Promise<void> = Promise.resolve()

  /** @returns `null` if `signal` aborts while others are still before us: our turn is skipped then */
  async take(signal: AbortSignal): Promise<Leave | null> {
    const before = this.#last
    const { promise: ours, resolve: leave } = Promise.withResolvers<void>()
    this.#last = ours
    if (await isFirst(before, signal)) return leave
    void before.then(leave)
    return null
  }
}

/** Whether the promise is fulfilled before the signal aborts. */
function isFirst(promise: Promise<void>, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (): void => {
      signal.removeEventListener('abort', end)
      resolve(!signal.aborted)
    }
    if (signal.aborted) return resolve(false)
    signal.addEventListener('abort', end)
    void promise.then(end)
  })
}

/** Time as drivers and simulators see it: injected, so that forty seconds of a protocol take no time in a test. */
export interface Timers {
  /** Milliseconds on a clock that never jumps; its zero means nothing. */
  nowMs(): number
  /** Calls `run` once after `delayMs`, unless the returned function is called first. */
  after(delayMs: number, run: () => void): () => void
}

/** The machine's monotonic clock. */
export const realTimers: Timers = {
  nowMs: () => performance.now(),
  after(delayMs, run) {
    const handle = setTimeout(run, delayMs)
    return () => clearTimeout(handle)
  },
}

/** Resolves after `ms`, or at once when `signal` aborts; never rejects. */
export function pause(timers: Timers, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const done = (): void => {
      cancel()
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const cancel = timers.after(ms, done)
    signal?.addEventListener('abort', done)
  })
}

/** Subscribes; the returned function ends it. */
export type Subscribe<T> = (push: (value: T) => void) => () => void

/**
 * An event iterator that remembers at most `bound` values for a consumer that is slower than the source: with 1 it
 * sees the latest only, and a stalled screen costs one value of memory. Ends when `signal` aborts (the connection
 * closed, the caller cancelled) and unsubscribes in every case.
 * @param first values to begin with, read when the consumer starts pulling
 */
export async function* stream<T>(
  first: () => readonly T[],
  subscribe: Subscribe<T>,
  bound: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<T, void, void> {
  const waiting: T[] = []
  let wake = Promise.withResolvers<void>()
  const push = (value: T): void => {
    waiting.push(value)
    if (waiting.length > bound) waiting.shift()
    wake.resolve()
  }
  const onAbort = (): void => wake.resolve()
  const stop = subscribe(push)
  signal?.addEventListener('abort', onAbort)
  try {
    for (const value of first()) push(value)
    while (signal?.aborted !== true) {
      const next = waiting.shift()
      if (next === undefined) {
        wake = Promise.withResolvers()
        await wake.promise
      } else {
        yield next
      }
    }
  } finally {
    stop()
    signal?.removeEventListener('abort', onAbort)
  }
}

/**
 * A value the till keeps sending: followed for as long as the page lives, taken up again after each break, the last
 * one kept meanwhile.
 */
import { useSyncExternalStore } from 'react'
import type { TillLine } from './line.ts'

export interface Live<T> {
  get(): T | null
  subscribe(listener: () => void): () => void
}

const pauseMs = 200

/** Takes in a stream of the till, and takes it up again after each break, until `stopped`. */
export async function hear<Chunk>(
  line: TillLine,
  open: () => Promise<AsyncIterable<Chunk>>,
  take: (chunk: Chunk) => void,
  stopped?: AbortSignal,
): Promise<void> {
  const over = (): boolean => stopped?.aborted ?? false
  while (!over()) {
    await line.opened()
    try {
      for await (const chunk of await open()) {
        if (over()) return
        take(chunk)
      }
    } catch {
      // A broken line ends a stream by throwing; the line's own state is what the screen shows about it.
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

/** @param open starts the till's stream; called again whenever it ends. @param fold joins what came to what was. */
export function follow<T, Chunk = T>(
  line: TillLine,
  open: () => Promise<AsyncIterable<Chunk>>,
  fold: (before: T | null, chunk: Chunk) => T,
): Live<T> {
  let value: T | null = null
  const listeners = new Set<() => void>()

  void hear(line, open, (chunk: Chunk) => {
    value = fold(value, chunk)
    for (const listener of [...listeners]) listener()
  })

  return {
    get: () => value,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The newest value, and a new drawing with each; `null` until the first. */
export function useLive<T>(live: Live<T>): T | null {
  return useSyncExternalStore(live.subscribe, live.get)
}

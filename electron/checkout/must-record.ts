import type { Log } from '#electron/platform/log.ts'

/**
 * Outcomes that have already happened in the world (a terminal answered, paper came out) and so cannot be refused
 * when the disk does. They are kept in order and tried again until they are durable; meanwhile nothing new is sold.
 * If the till dies first, an attempt is still found by asking the terminal.
 */
export interface MustRecord {
  /** Tries at once, after whatever is still kept. */
  record(write: () => void): void
  /** Tries what is kept, oldest first. Returns whether nothing is left. */
  flush(): boolean
  waiting(): number
  stop(): void
}

/**
 * @param retryMs pause between tries; a full disk is emptied by a person, not by hurry
 * @param onChange called when an outcome had to be kept, and when the last one was written
 */
export function openMustRecord(log: Log, retryMs: number, onChange: () => void): MustRecord {
  const kept: (() => void)[] = []
  let timer: NodeJS.Timeout | null = null

  function stop(): void {
    if (timer !== null) clearInterval(timer)
    timer = null
  }

  function flush(): boolean {
    for (let write = kept[0]; write !== undefined; write = kept[0]) {
      try {
        write()
      } catch (error) {
        log.error({ err: error, waiting: kept.length }, 'an outcome could not be written down; it is kept')
        return false
      }
      kept.shift()
    }
    return true
  }

  function retry(): void {
    if (!flush()) return
    stop()
    onChange()
  }

  return {
    record(write) {
      kept.push(write)
      if (flush()) return
      timer ??= setInterval(retry, retryMs).unref()
      onChange()
    },
    flush() {
      if (kept.length > 0) retry()
      return kept.length === 0
    },
    waiting: () => kept.length,
    stop,
  }
}

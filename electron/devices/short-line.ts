import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Link, Transport } from '#drivers/transport/transport.ts'

/** A wire that hangs up by itself, and remembers whether anything was ever heard on it. */
export interface ShortLine {
  readonly transport: Transport
  heard(): boolean
}

/**
 * For questions to something that may not understand them: drivers wait as long as their own terminals may take, which
 * is far too long for each of five tries at a stranger.
 * @param lifeMs from the moment the line opens
 */
export function shortLine(inner: Transport, lifeMs: number, timers: Timers = realTimers): ShortLine {
  let heard = false
  return {
    heard: () => heard,
    transport: {
      name: inner.name,
      async open(signal): Promise<Link> {
        const link = await inner.open(signal)
        const cancel = timers.after(lifeMs, () => void link.close())
        link.onClose(cancel)
        return {
          write: (bytes) => link.write(bytes),
          onClose: (listener) => link.onClose(listener),
          close: () => link.close(),
          onData: (listener) =>
            link.onData((bytes) => {
              heard = true
              listener(bytes)
            }),
        }
      },
    },
  }
}

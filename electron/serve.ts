import type { ApiContext } from './api/context.ts'
import { openSession } from './api/session.ts'
import { systemClock } from './platform/clock.ts'
import type { Log } from './platform/log.ts'
import { rendererFolder } from './platform/paths.ts'
import { type Loopback, openLoopback } from './shell/browser/loopback.ts'
import type { Till } from './till-parts.ts'

export interface ServeOptions {
  readonly log: Log
  /** Default 0: where this folder's till listened last, or else whichever is free. */
  readonly port?: number
  /** Default: the screens built beside this program. */
  readonly rendererFolder?: string
}

/**
 * The browser shell: gives a till a loopback page and a WebSocket. Closing it closes the page, not the till.
 * @throws when the port is taken
 */
export async function serveTill(till: Till, options: ServeOptions): Promise<Loopback> {
  const session = openSession(till, () => performance.now())
  const context: ApiContext = { till, session, log: options.log }
  const folder = options.rendererFolder ?? rendererFolder
  const nowMs = (): number => systemClock.now().utcMs
  return openLoopback({ context, rendererFolder: folder, port: options.port ?? 0, nowMs })
}

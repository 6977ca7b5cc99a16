import type { Log } from '#electron/platform/log.ts'
import type { Till } from '#electron/till-parts.ts'
import type { Session } from './session.ts'

/** What every call is served with. One session a till: all windows of a till see the same person. */
export interface ApiContext {
  readonly till: Till
  readonly session: Session
  /** Told of defects; the caller is told `internal` and no more. */
  readonly log: Log
}

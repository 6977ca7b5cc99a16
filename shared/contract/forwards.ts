import type { Stamp } from '../kernel/stamp.ts'

/** Why a message did not get to where it goes, for the words table. */
export const forwardTroubles = [
  'noNetwork',
  'silent',
  'lineLost',
  'garbage',
  'notSignedOn',
  'refused',
  /** The shop’s database has other entries under these numbers: two ledgers call themselves this till. */
  'journalForked',
  'closing',
  'internal',
] as const
export type ForwardTrouble = (typeof forwardTroubles)[number]

/** One destination of the outbox, as it stands. */
export interface LaneView {
  /** `acquirer`, `marketplace`, or `host/…` with the acquirer's id. */
  readonly destination: string
  /** Those on their way, the ones set aside not counted. */
  readonly waiting: number
  /** When the oldest of them was written; `null`: none waits. */
  readonly since: Stamp | null
  /** What the last try ended with; `null`: none has failed, or one is under way. */
  readonly trouble: ForwardTrouble | null
  /** `null`: now, or nothing waits. */
  readonly nextTryAt: Stamp | null
  readonly setAside: number
}

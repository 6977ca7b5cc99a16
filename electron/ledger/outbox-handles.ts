import type { Destination, ForwardBody } from '#shared/checkout/effect.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'

/** What may be asked of the outbox. Each answer is found by an index; what was delivered is never walked over. */
export interface OutboxReads {
  /** Oldest first, of one destination, those set aside left out. */
  waiting(destination: Destination, limit: number): readonly WaitingForward[]
  /** Those with anything that has not reached them, set aside or not; in the order of their names. */
  destinations(): readonly Destination[]
  lane(destination: Destination): LaneRow
  /** By idempotency key; delivered or not. */
  find(key: string): OutboxRow | null
}

/**
 * The pump's side of the outbox. Messages are born by `append`, in the transaction of the facts they follow from, and
 * never change; how far each one got is kept beside them and moved by the following, each durable when it returns.
 * `append` ends them, too (`beside.delivered`), in the transaction of the fact that says what came of them. Card
 * movements (destination `acquirer`) are delivered by the facts `batchFrozen` and `settlementBegun` themselves.
 *
 * All throw LedgerUnwritable when the disk refuses, and Error on a message that is not there.
 */
export interface OutboxRows extends OutboxReads {
  /**
   * Counts the try before its first byte leaves: whoever finds the row again knows that it may have arrived.
   * @returns the row, its `tries` and `sends` counted
   * @throws Error on one that is delivered or set aside
   */
  begin(id: number): WaitingForward
  /**
   * The try came to nothing; not before `nextTryUtcMs` again.
   * @param unsent it is certain that no byte of it left: it is no send. Absent: no
   */
  failed(id: number, nextTryUtcMs: number, error: string, unsent?: boolean): void
  /** Again of one that was delivered: nothing changes. @param also others it covered; those that do not wait any more are left as they are */
  delivered(id: number, atUtcMs: number, also?: readonly number[]): void
  /** Not ever by itself: the ones behind it go on. */
  setAside(id: number, atUtcMs: number, error: string): void
  /** A person says: again, and now. Its tries stay counted. Of one that was delivered: nothing changes. */
  release(id: number): void
}

/** What a lane of the pump goes by. */
export type LaneRows = Pick<OutboxRows, 'waiting' | 'begin' | 'failed' | 'delivered' | 'setAside'>

/**
 * How far the journal was brought to a destination: a cursor kept beside the outbox that behaves as a lane of it does. Its
 * one message at a time is the next part of the journal; `id` is the number of the part's first entry. From its first try on
 * a part is the same part. One that is set aside is passed by nothing: the entries behind it follow from it.
 */
export interface JournalCursorRows extends LaneRows, Pick<OutboxRows, 'lane' | 'release'> {}

/** Entries on their way: those after `after` up to and with `through`. */
export interface JournalPassage {
  readonly type: 'journalPart'
  readonly after: number
  readonly through: Seq
}

/** A message that waits for its destination. */
export interface WaitingForward {
  readonly id: number
  readonly destination: Destination
  readonly key: string
  readonly body: ForwardBody | JournalPassage
  /** Tries so far, and those of them that may have reached the destination. */
  readonly tries: number
  readonly sends: number
  /** By the wall clock; 0: at once. */
  readonly nextTryUtcMs: number
  /** Of the facts it follows from. */
  readonly enqueuedAt: Stamp
}

/** A message, wherever it is. */
export interface OutboxRow extends WaitingForward {
  readonly state: 'waiting' | 'setAside' | 'delivered'
  readonly lastError: string | null
}

/** One destination as its messages stand. */
export interface LaneRow {
  readonly destination: Destination
  /** Those set aside not counted. */
  readonly waiting: number
  readonly setAside: number
  /** When the oldest that waits was written; `null`: none waits. Of the same one: */
  readonly since: Stamp | null
  readonly tries: number
  readonly nextTryUtcMs: number
  readonly lastError: string | null
}

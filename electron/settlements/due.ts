import type { SettleWhen } from '#shared/contract/acquirers.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import { type BusinessDay, isoLocal, type Stamp } from '#shared/kernel/stamp.ts'

/** What a terminal has collected, and what happened since. All of it is read from the ledger: no timer is remembered. */
export interface CollectedSoFar {
  /** When the oldest movement that is in no batch was approved. */
  readonly since: Stamp
  /** Its journal entry. */
  readonly firstSeq: Seq
  readonly head: Seq
  readonly lastClosing: { readonly seq: Seq; readonly businessDay: BusinessDay } | null
  readonly now: Stamp
  /** The day that is traded now. */
  readonly businessDay: BusinessDay
}

/** Everything up to and with this journal entry goes into a batch now. */
export interface Due {
  readonly through: Seq
  readonly businessDay: BusinessDay
}

/**
 * Whether a batch is due. Asked as often as anybody likes: once it is made, what it was due for is in it. A till that was
 * off at the hour, or died between closing and batch, finds it due when it starts again.
 */
export function dueOf(when: SettleWhen, terminal: CollectedSoFar): Due | null {
  const { lastClosing, firstSeq, head: through, businessDay } = terminal
  switch (when.at) {
    case 'hand':
      return null
    case 'closing': {
      if (lastClosing === null || firstSeq > lastClosing.seq) return null
      return { through: lastClosing.seq, businessDay: lastClosing.businessDay }
    }
    case 'hour': {
      const { now, since } = terminal
      // Taken while the clock was far ahead: its hour may be a year away.
      const wasAhead = since.utcMs - now.utcMs > dayMs
      return wasAhead || now.utcMs >= firstAt(when.hour, since) ? { through, businessDay } : null
    }
  }
}

const dayMs = 86_400_000

/** The first `HH:MM` after an instant, by the wall clock that instant was read on. UTC milliseconds. */
function firstAt(hour: string, since: Stamp): number {
  const midnight = Date.parse(`${isoLocal(since).slice(0, 10)}T00:00:00Z`) - since.offsetMinutes * 60_000
  const [hours = 0, minutes = 0] = hour.split(':').map(Number)
  const atHour = midnight + (hours * 60 + minutes) * 60_000
  return atHour > since.utcMs ? atHour : atHour + dayMs
}

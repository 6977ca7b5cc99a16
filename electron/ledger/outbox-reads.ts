import type { Database } from 'better-sqlite3'
import type { Destination, ForwardBody } from '#shared/checkout/effect.ts'
import type { LaneRow, OutboxReads, OutboxRow, WaitingForward } from './outbox-handles.ts'

interface MessageRow {
  readonly id: number
  readonly destination: Destination
  readonly key: string
  readonly body: string
  readonly tries: number
  readonly sends: number
  readonly next_try_utc_ms: number
  readonly utc_ms: number
  readonly offset_minutes: number
  readonly delivered_utc_ms: number | null
  readonly set_aside_utc_ms: number | null
  readonly last_error: string | null
}

interface CountsRow {
  readonly waiting: number
  readonly set_aside: number
}

const messageOf = (row: MessageRow): WaitingForward => ({
  id: row.id,
  destination: row.destination,
  key: row.key,
  body: JSON.parse(row.body) as ForwardBody,
  tries: row.tries,
  sends: row.sends,
  nextTryUtcMs: row.next_try_utc_ms,
  enqueuedAt: { utcMs: row.utc_ms, offsetMinutes: row.offset_minutes },
})

function stateOf({ delivered_utc_ms, set_aside_utc_ms }: MessageRow): OutboxRow['state'] {
  if (delivered_utc_ms !== null) return 'delivered'
  return set_aside_utc_ms === null ? 'waiting' : 'setAside'
}

/** How messages stand. */
export function outboxReads(db: Database): OutboxReads & {
  /** @throws on one that is not there */
  get(id: number): WaitingForward
  lanes(): readonly LaneRow[]
  /** Messages that have not reached their destination. */
  unreached(): number
} {
  const columns =
    'o.id, o.destination, key, o.body, tries, sends, next_try_utc_ms, utc_ms, offset_minutes, delivered_utc_ms, set_aside_utc_ms, last_error'
  const joined = 'JOIN outbox o ON o.id = d.id JOIN journal j ON j.seq = o.seq'
  const oldest = db.prepare<[string, number], MessageRow>(
    `SELECT ${columns} FROM deliveries d INDEXED BY deliveries_waiting ${joined} WHERE d.destination = ?
     AND delivered_utc_ms IS NULL AND set_aside_utc_ms IS NULL ORDER BY d.id LIMIT ?`,
  )
  const byId = db.prepare<[number], MessageRow>(
    `SELECT ${columns} FROM deliveries d ${joined} WHERE d.id = ?`,
  )
  const byKey = db.prepare<[string], MessageRow>(
    `SELECT ${columns} FROM deliveries d ${joined} WHERE o.key = ?`,
  )
  const counts = db.prepare<[string], CountsRow>('SELECT waiting, set_aside FROM lanes WHERE destination = ?')
  const destinations = db
    .prepare<[], Destination>('SELECT destination FROM lanes WHERE waiting + set_aside > 0 ORDER BY 1')
    .pluck()
  const unreached = db.prepare<[], number>('SELECT coalesce(sum(waiting + set_aside), 0) FROM lanes').pluck()

  const lane = (destination: Destination): LaneRow => {
    const { waiting = 0, set_aside: setAside = 0 } = counts.get(destination) ?? {}
    const first = oldest.get(destination, 1)
    return {
      destination,
      waiting,
      setAside,
      since: first === undefined ? null : { utcMs: first.utc_ms, offsetMinutes: first.offset_minutes },
      tries: first?.tries ?? 0,
      nextTryUtcMs: first?.next_try_utc_ms ?? 0,
      lastError: first?.last_error ?? null,
    }
  }

  return {
    waiting: (destination, limit) => oldest.all(destination, limit).map(messageOf),
    destinations: () => destinations.all(),
    lane,
    lanes: () => destinations.all().map(lane),
    unreached: () => unreached.get() ?? 0,
    get(id) {
      const row = byId.get(id)
      if (row === undefined) throw new Error(`there is no message ${id} in the outbox`)
      return messageOf(row)
    },
    find(key) {
      const row = byKey.get(key)
      if (row === undefined) return null
      return { ...messageOf(row), state: stateOf(row), lastError: row.last_error }
    },
  }
}

import type { Seeded } from '../seeded.ts'

/** Who loses power, or what is torn. */
export type Victim = 'till' | 'terminal' | 'line'

/** When: at a byte either way, at an instant, or beside a commit of the ledger. */
export type When =
  | { readonly at: 'byte'; readonly direction: 'out' | 'in'; readonly count: number }
  | { readonly at: 'instant'; readonly ms: number }
  | { readonly at: 'commit'; readonly count: number; readonly side: 'before' | 'after' }

/** What goes wrong in one run, all of it drawn from the seed. */
export interface Disturbance {
  readonly victim: Victim
  readonly when: When
  /** How long the victim stays away, ms. */
  readonly awayMs: number
  /** Fault of the terminal for the same operation; `null`: none. */
  readonly fault: string | null
  /** The cashier gives up so long after the start, ms; `null`: does not. */
  readonly cancelMs: number | null
}

/** Longer than any exchange of a healthy operation, in bytes and in ms of the protocols' own times. */
const mostBytes = 1_400
const longestMs = 8_000
/** From back at once to gone past every reversal and time-out. */
const aways = [0, 200, 3_000, 30_000, 90_000]

/** One run's misfortune. @param faults the simulator's; those that only change its words come as often as the others */
export function drawDisturbance(chance: Seeded, faults: readonly string[]): Disturbance {
  const victim = chance.pick(['till', 'till', 'line', 'terminal'] as const)
  return {
    victim,
    when: drawWhen(chance, victim),
    awayMs: chance.pick(aways),
    fault: chance.chance(0.3) && faults.length > 0 ? chance.pick(faults) : null,
    cancelMs: chance.chance(0.15) ? chance.between(0, 4_000) : null,
  }
}

function drawWhen(chance: Seeded, victim: Victim): When {
  const way = chance.next()
  if (way < 0.2 && victim === 'till') {
    return { at: 'commit', count: chance.between(1, 6), side: chance.pick(['before', 'after'] as const) }
  }
  if (way < 0.45) return { at: 'instant', ms: chance.between(0, longestMs) }
  // Small numbers more often: that is where a request is half out.
  const count = Math.max(1, Math.floor(mostBytes * chance.next() ** 3))
  return { at: 'byte', direction: chance.pick(['out', 'in'] as const), count }
}

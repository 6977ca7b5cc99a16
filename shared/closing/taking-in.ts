import { localDay, type Stamp } from '../kernel/stamp.ts'

/** A shift that is over, or the closing of a month: what a longer period takes in. */
export interface Part {
  /** The period its days belong to: `2026-11` of a shift, `2026` of a month. */
  readonly home: string
  /** Journal entry since which it is over. */
  readonly over: number
}

/** A closing of the longer kind that was made. */
export interface Made {
  readonly of: string
  readonly seq: number
}

export const monthOf = (day: string): string => day.slice(0, 7)
export const yearOf = (day: string): string => day.slice(0, 4)

/**
 * Which closing took a part in. Its home's, once that is made. Where its home was closed before it was over (the clock
 * was put back, or had been ahead), the next later period that is closed after it: nothing is left out of the books, and
 * nothing is in them twice.
 * @param made in the order they were made
 * @returns `null`: none has
 */
function takenInBy({ home, over }: Part, made: readonly Made[]): string | null {
  const own = made.find(({ of }) => of === home)
  if (own === undefined || own.seq > over) return own?.of ?? null
  return made.find(({ of, seq }) => seq > over && of > home)?.of ?? null
}

/** What a closing of this period takes in, were it made now. */
export function partsOf<P extends Part>(
  of: string,
  parts: readonly P[],
  made: readonly Made[],
): readonly P[] {
  const then = [...made, { of, seq: Number.POSITIVE_INFINITY }]
  return parts.filter((part) => takenInBy(part, made) === null && takenInBy(part, then) === of)
}

/**
 * Periods that are over and were not closed, oldest first; those that nothing happened in are none.
 * @param now the period that is on, or its future: none of those is over
 */
export function duePeriods(parts: readonly Part[], made: readonly Made[], now: string): readonly string[] {
  const closed = new Set(made.map(({ of }) => of))
  const homes = new Set(parts.map(({ home }) => home).filter((home) => home < now && !closed.has(home)))
  return [...homes].sort()
}

/** Whether the last day of a month or a year has passed. */
export const isOver = (period: string, at: Stamp): boolean => period < localDay(at).slice(0, period.length)

import type { Operation, Selection } from './parse.ts'

/** No single question may cost more. */
export const mostPoints = 1_000
const mutationPoints = 10

/**
 * What an operation costs before it is known what it finds: each object one point, what is in a list as often as the
 * list may be long, a mutation ten.
 */
export const costOf = ({ kind, selections }: Operation): number =>
  (kind === 'mutation' ? mutationPoints : 0) + selections.reduce((sum, each) => sum + pointsOf(each), 0)

function pointsOf({ args, selections }: Selection): number {
  if (selections.length === 0) return 0
  const { first } = args
  const times = first?.is === 'value' && typeof first.value === 'number' ? first.value : null
  const inside = selections.reduce((sum, each) => sum + pointsOf(each), 0)
  // A connection itself is free: what costs is what is in it. `nodes` is one object each.
  return times === null ? 1 + inside : times * Math.max(1, inside)
}

/** A bucket of points that fills all the time. */
export class Bucket {
  readonly maximum: number
  readonly restoreRate: number
  readonly #nowMs: () => number
  #points: number
  #at: number

  /** @param restoreRate points a second */
  constructor(maximum: number, restoreRate: number, nowMs: () => number) {
    this.maximum = maximum
    this.restoreRate = restoreRate
    this.#nowMs = nowMs
    this.#points = maximum
    this.#at = nowMs()
  }

  get available(): number {
    const now = this.#nowMs()
    this.#points = Math.min(this.maximum, this.#points + ((now - this.#at) / 1_000) * this.restoreRate)
    this.#at = now
    return this.#points
  }

  /** @returns whether there was enough */
  take(points: number): boolean {
    if (this.available < points) return false
    this.#points -= points
    return true
  }
}

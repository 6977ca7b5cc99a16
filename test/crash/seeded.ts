/** Chance that can be had again: the same seed gives the same run of choices. */
export interface Seeded {
  /** [0, 1) */
  next(): number
  /** [from, to], whole. */
  between(from: number, to: number): number
  pick<T>(from: readonly T[]): T
  /** Whether something with this probability happens. */
  chance(probability: number): boolean
}

/** Mulberry32, a 32-bit generator of public domain: small, and good enough to vary a test. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick(from) {
      const one = from[Math.floor(next() * from.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
    chance: (probability) => next() < probability,
  }
}

import { seededChance } from '#shared/kernel/seeded-chance.ts'

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

/** Choices drawn from a seed. */
export function seeded(seed: number): Seeded {
  const next = seededChance(seed)
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

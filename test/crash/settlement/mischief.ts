import type { Seeded } from '../seeded.ts'

/** What goes wrong with a settlement. */
export type Mischief =
  /** The host's own doing, as its fault shelf has it. */
  | { readonly kind: 'host'; readonly afterMs: number; readonly fault: string }
  /** The till's process, at its n-th write to the disk from now on. */
  | { readonly kind: 'killAtWrite'; readonly side: 'before' | 'after'; readonly write: number }
  | { readonly kind: 'killAfter'; readonly ms: number }
  /** The host goes, and comes back. */
  | { readonly kind: 'power'; readonly afterMs: number; readonly awayMs: number }
  | { readonly kind: 'clock'; readonly afterMs: number; readonly ms: number }
  /** A visitor pays by card while it is under way. */
  | { readonly kind: 'sale'; readonly afterMs: number }

/** After these a person has to look: the host says no to totals that are right, or yes to others. */
const disputing = ['disagreeTwice', 'wrongTotals', 'refuse@05'] as const

const unheard = [
  'noAnswer',
  'unheard',
  'dropAfterCommit',
  'dropBeforeCommit',
  'garbage',
  'truncated',
] as const
const strange = [
  'wrongStan',
  'wrongTerminal',
  'wrongBatch',
  'othersAnswer',
  'twice',
  'slow@40',
  'untold',
] as const
const busy = ['refuse@91', 'refuseSignOn', 'deafSignOn', 'lateAnswer@20000', 'lateAnswer@100000'] as const

const day = 86_400_000

/** One thing that goes wrong, drawn from chance. */
export function drawMischief(chance: Seeded): Mischief {
  const draw = chance.next()
  if (draw < 0.64) {
    const afterMs = chance.chance(0.5) ? 0 : chance.between(0, 900_000)
    return { kind: 'host', afterMs, fault: drawFault(chance, draw) }
  }
  if (draw < 0.8)
    return { kind: 'killAtWrite', side: chance.pick(['before', 'after']), write: chance.between(1, 25) }
  if (draw < 0.86) return { kind: 'killAfter', ms: chance.between(0, 5_000) }
  if (draw < 0.91)
    return { kind: 'power', afterMs: chance.between(0, 4_000), awayMs: chance.between(1_000, 3_600_000) }
  if (draw < 0.95)
    return { kind: 'clock', afterMs: chance.between(0, 60_000), ms: chance.between(-day, 365 * day) }
  return { kind: 'sale', afterMs: chance.between(0, 60_000) }
}

function drawFault(chance: Seeded, draw: number): string {
  if (draw < 0.3) return `${chance.pick(unheard)}:${chance.between(1, 3)}`
  if (draw < 0.42) return chance.pick(strange)
  if (draw < 0.5) return `${chance.pick(busy)}:${chance.between(1, 2)}`
  return draw < 0.6 ? 'disagree' : chance.pick(disputing)
}

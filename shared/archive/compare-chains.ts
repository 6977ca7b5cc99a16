import type { ChainPiece } from './walk-entries.ts'

/** One history of a till, whoever keeps it: an archive, or the ledger itself. */
export interface Chain extends ChainPiece {
  /** As the person knows it: a file's name, `the ledger`. */
  readonly name: string
}

/** Two histories of one till that cannot both be true. */
export type ChainConflict =
  /** They part after an entry: what follows differs. `restored`: where one of them was brought back from a backup. */
  | {
      readonly kind: 'fork'
      readonly names: readonly [string, string]
      readonly till: string
      /** The first entry that differs. */
      readonly seq: number
      readonly hashes: readonly [string, string]
      readonly restored: string | null
    }
  /** The second ends before the first does: entries that were written are gone. */
  | {
      readonly kind: 'shorter'
      readonly names: readonly [string, string]
      readonly till: string
      readonly seq: number
    }

/**
 * Compares histories of tills: of one till, the same entry has the same hash everywhere, and what follows an archive is chained
 * to its end. Histories of different tills say nothing about each other.
 * @param whole the ledger, which must have all that archives have; `null`: only archives are compared
 */
export function compareChains(chains: readonly Chain[], whole: Chain | null): ChainConflict | null {
  const all = whole === null ? chains : [whole, ...chains]
  for (const [index, one] of all.entries())
    for (const other of all.slice(index + 1)) {
      const fork = forkOf(one, other)
      if (fork !== null) return fork
    }
  const longer = whole && chains.find(({ till, last }) => till === whole.till && last > whole.last)
  return whole === null || longer == null
    ? null
    : { kind: 'shorter', names: [longer.name, whole.name], till: whole.till, seq: whole.last + 1 }
}

function forkOf(one: Chain, other: Chain): ChainConflict | null {
  if (one.till !== other.till) return null
  // The entry before the first is known by its hash alone.
  let from = Math.max(one.first, other.first) - 1
  let to = Math.min(one.last, other.last)
  if (to < from || hashOf(one, to) === hashOf(other, to)) return null
  // Whatever is chained to one entry that differs differs too: the first such is found by halves.
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (hashOf(one, middle) === hashOf(other, middle)) from = middle + 1
    else to = middle
  }
  const restored = [one, other].find((chain) => chain.kindAt(to) === 'ledgerRestored')
  return {
    kind: 'fork',
    names: [one.name, other.name],
    till: one.till,
    seq: to,
    hashes: [hashOf(one, to) ?? '', hashOf(other, to) ?? ''],
    restored: restored?.name ?? null,
  }
}

const hashOf = (chain: Chain, seq: number): string | null =>
  seq === chain.first - 1 ? chain.previousHash : chain.hashAt(seq)

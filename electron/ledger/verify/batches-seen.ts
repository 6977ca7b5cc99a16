import type { Fact, FactOf } from '#shared/checkout/fact.ts'
import type { BatchOfPeriod } from '#shared/closing/closing-figures-of.ts'
import { netOf } from '#shared/settlement/totals.ts'
import type { MemoryProjections } from '../project.ts'

interface SeenBatch {
  readonly seq: number
  readonly frozen: FactOf<'batchFrozen'>
  disagreed: FactOf<'batchDisagreed'> | null
  disputed: FactOf<'batchDisputed'> | null
  agreed: FactOf<'batchAgreed'> | null
}

/** Settlements as a closing sees them, while the journal is replayed. */
export function batchesSeen(due: MemoryProjections): {
  entry(fact: Fact, seq: number): void
  /** Frozen since an entry, as the other side has answered them by now. */
  since(seq: number): readonly BatchOfPeriod[]
} {
  const all = new Map<string, SeenBatch>()
  return {
    entry(fact, seq) {
      if (fact.kind === 'batchFrozen')
        all.set(fact.batch, { seq, frozen: fact, disagreed: null, disputed: null, agreed: null })
      else if (fact.kind === 'batchDisagreed') Object.assign(all.get(fact.batch) ?? {}, { disagreed: fact })
      else if (fact.kind === 'batchDisputed') Object.assign(all.get(fact.batch) ?? {}, { disputed: fact })
      else if (fact.kind === 'batchAgreed') Object.assign(all.get(fact.batch) ?? {}, { agreed: fact })
    },
    since: (seq) =>
      [...all.values()]
        .filter((batch) => batch.seq >= seq)
        .map(({ frozen, disagreed, disputed, agreed }) => {
          const state = due.batches.by(frozen.batch)?.state
          // An agreement that says nothing unsays what was said before it.
          const told = agreed === null ? (disputed?.told ?? disagreed?.told ?? null) : agreed.told
          return {
            terminal: frozen.terminal,
            told: told?.net ?? (state === 'agreed' ? netOf(frozen.totals) : null),
            disputed: state === 'disputed',
          }
        }),
  }
}

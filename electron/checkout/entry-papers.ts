import type { Fact } from '#shared/checkout/fact.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'

/**
 * Papers that are named by the journal entry they are of, which the machine cannot know: they come out with it by themselves.
 * @param first sequence number that the first fact will have
 */
export const entryPapers = (facts: readonly Fact[], first: Seq): readonly PaperRequest[] =>
  facts.flatMap((fact, index): PaperRequest[] =>
    fact.kind === 'ownerPaid' ? [{ kind: 'payoutSlip', payout: first + index }] : [],
  )

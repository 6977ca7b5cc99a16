import { settleKey, tellKey } from '#electron/forwarders/acquirer/batch-messages.ts'
import type { WriteLedger } from '#electron/ledger/handles.ts'
import { notBefore } from '#electron/ledger/not-before.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { Forward } from '#shared/checkout/effect.ts'
import type { AcquirerConfig } from '#shared/contract/acquirers.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { type BatchId, numberAfter } from '#shared/settlement/batch.ts'
import type { CardMovement } from '#shared/settlement/movement.ts'
import { type ReversalRule, totalsOf } from '#shared/settlement/totals.ts'
import type { Due } from './due.ts'

/** What an acquirer's batches are like; of a host, its dialect says so. */
export interface BatchRules {
  /** Most movements a batch may have. */
  readonly most: number
  readonly reversals: ReversalRule
  /** Reversals and advices are told before a batch. */
  readonly reversalsTold: boolean
  readonly advicesTold: boolean
}

export interface FreezeParts {
  readonly ledger: WriteLedger
  readonly ids: Ids
}

/**
 * Makes batches of all that a terminal has collected up to an entry, as many as are needed. Each is one transaction:
 * membership, totals, every number the messages will carry, and the messages themselves.
 * @returns the batches made; none where nothing had collected
 * @throws LedgerUnwritable; batches made before it stand
 */
export function freeze(
  { ledger, ids }: FreezeParts,
  acquirer: Pick<AcquirerConfig, 'id' | 'way'>,
  rules: BatchRules,
  terminal: string,
  due: Due,
  by: string,
  now: Stamp,
): readonly BatchId[] {
  const made: BatchId[] = []
  for (;;) {
    const found = ledger.movementsToSettle(terminal, due.through, rules.most + 1)
    const movements = found.slice(0, rules.most)
    const last = movements.at(-1)
    if (last === undefined) return made
    const through = found.length > rules.most ? last.seq : due.through
    const batch = ids.next() as BatchId
    const lastNumbers = ledger.lastNumbers(acquirer.id)
    const tells = toTell(ledger, acquirer, rules, terminal, through, movements)
    let stan = lastNumbers.stan
    const messages: Forward[] = tells.map(({ type, attemptId }, place) => {
      stan = numberAfter(stan)
      return {
        destination: `host/${acquirer.id}`,
        key: tellKey(batch, place + 1),
        body: { type, batch, attemptId, stan },
      }
    })
    messages.push({
      destination: `host/${acquirer.id}`,
      key: settleKey(batch, 1),
      body: { type: 'settleBatch', batch },
    })
    ledger.append(
      [
        {
          kind: 'batchFrozen',
          batch,
          acquirer: acquirer.id,
          way: acquirer.way.kind,
          terminal,
          number: numberAfter(lastNumbers.batch),
          stan: numberAfter(stan),
          through,
          businessDay: due.businessDay,
          movements: movements.length,
          totals: totalsOf(movements, rules.reversals),
        },
      ],
      by,
      notBefore(ledger, now),
      messages,
    )
    made.push(batch)
  }
}

interface Tell {
  readonly type: 'tellReversal' | 'tellAdvice'
  readonly attemptId: AttemptId
}

/** Reversals first, then advices, each oldest first: whoever hears them counts as we do before it is asked. */
function toTell(
  ledger: WriteLedger,
  { way }: Pick<AcquirerConfig, 'way'>,
  { reversalsTold, advicesTold }: BatchRules,
  terminal: string,
  through: CardMovement['seq'],
  movements: readonly CardMovement[],
): readonly Tell[] {
  if (way.kind !== 'host') return []
  const reversals = reversalsTold
    ? ledger.retractedAttempts(terminal, ledger.settledThrough(terminal), through)
    : []
  // What the terminal said at once its host heard, too; what came out later it may not have.
  const advices = advicesTold ? movements.filter(({ decidedBy }) => decidedBy.kind !== 'terminal') : []
  return [
    ...reversals.map(({ attemptId }): Tell => ({ type: 'tellReversal', attemptId })),
    ...advices.map(({ attemptId }): Tell => ({ type: 'tellAdvice', attemptId })),
  ]
}

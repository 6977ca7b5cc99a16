import type { Ledger } from '#electron/ledger/write-ledger.ts'
import type { Forward } from '#shared/checkout/effect.ts'
import type { Fact, FactOf } from '#shared/checkout/fact.ts'
import type { Approval, AttemptPurpose, DecidedBy } from '#shared/kernel/attempt.ts'
import type { AttemptId, SaleId, Seq, TenderId } from '#shared/kernel/ids.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { dirham } from '#shared/money/amount.ts'
import type { BatchId } from '#shared/settlement/batch.ts'
import { numberAfter } from '#shared/settlement/batch.ts'
import type { StatementId } from '#shared/settlement/statement.ts'
import { type ReversalRule, totalsOf } from '#shared/settlement/totals.ts'
import { stoppedClock } from './ledger-folder.ts'

/** What the made-up terminals say when they approve. */
export const cardApproval: Approval = {
  maskedPan: '516794******3315',
  scheme: 'VISA',
  authorisation: '004512',
  trace: '000123',
  terminalId: '00112233',
  terminalTime: null,
  slip: [],
}

export interface AttemptWanted {
  /** Default: a payment. */
  readonly purpose?: AttemptPurpose
  /** Minor units; default 100. */
  readonly amount?: number
  /** Default `t1`. */
  readonly terminal?: string
  /** Of a void: what it undoes. */
  readonly undoes?: AttemptId
}

export interface FreezeWanted {
  /** Default: the newest entry. */
  readonly through?: number
  readonly acquirer?: string
  readonly way?: 'host' | 'terminal' | 'file'
  readonly rule?: ReversalRule
  /** Taken as they are, right or wrong. */
  readonly but?: Partial<FactOf<'batchFrozen'>>
}

/** Card attempts and their settlement on a ledger, one short step at a time; each attempt is of a sale of its own. */
export interface CardDesk {
  say(...facts: readonly Fact[]): void
  start(wanted?: AttemptWanted): AttemptId
  heard(attempt: AttemptId): void
  doubt(attempt: AttemptId): void
  decline(attempt: AttemptId): void
  /** With its message for the acquirer. */
  approve(attempt: AttemptId, decidedBy?: DecidedBy, approval?: Approval | null): void
  /** Started and approved. */
  move(wanted?: AttemptWanted): AttemptId
  /** The fact that takes all that a terminal has collected. */
  frozen(terminal: string, wanted?: FreezeWanted): FactOf<'batchFrozen'>
  freeze(terminal: string, wanted?: FreezeWanted): BatchId
}

/** Each attempt's own. */
export const saleOf = (attempt: AttemptId): SaleId => `sale of ${attempt}` as SaleId

/** @param from numbers before it are taken: by an earlier desk on the same ledger */
export function cardDesk(ledger: Ledger, at: Stamp = stoppedClock.now(), from = 0): CardDesk {
  let attempts = from
  let approvals = from
  let batches = from
  const append = (facts: readonly Fact[], forwards: readonly Forward[] = []): void =>
    void ledger.append(facts, 'amina', at, forwards)

  const desk: CardDesk = {
    say: (...facts) => append(facts),
    start({ purpose = 'payment', amount = 100, terminal = 't1', undoes } = {}) {
      attempts += 1
      const attemptId = `attempt-${attempts}` as AttemptId
      append([
        {
          kind: 'attemptStarted',
          attemptId,
          saleId: saleOf(attemptId),
          purpose,
          amount: dirham(amount),
          terminal,
          terminalSequence: ledger.nextTerminalSequence(),
          ...(undoes !== undefined && { undoes: { attemptId: undoes, approval: cardApproval } }),
        },
      ])
      return attemptId
    },
    heard: (attemptId) =>
      append([
        {
          kind: 'attemptApprovedUnconfirmed',
          attemptId,
          saleId: saleOf(attemptId),
          approval: cardApproval,
        },
      ]),
    doubt: (attemptId) =>
      append([
        { kind: 'attemptUnknown', attemptId, saleId: saleOf(attemptId), cause: 'noAnswer', detail: '' },
      ]),
    decline: (attemptId) =>
      append([
        {
          kind: 'attemptDeclined',
          attemptId,
          saleId: saleOf(attemptId),
          reason: { code: '51', text: 'NO FUNDS' },
          decidedBy: { kind: 'terminalAsked' },
        },
      ]),
    approve(attemptId, decidedBy = { kind: 'terminal' }, approval = cardApproval) {
      approvals += 1
      const tenderId = `tender-${approvals}` as TenderId
      const amount = ledger.attempt(attemptId)?.amount ?? dirham(0)
      append(
        [{ kind: 'attemptApproved', attemptId, saleId: saleOf(attemptId), tenderId, approval, decidedBy }],
        [
          {
            destination: 'acquirer',
            key: `card:${attemptId}`,
            body: { type: 'cardTest', attemptId, amount },
          },
        ],
      )
    },
    move(wanted = {}) {
      const attempt = desk.start(wanted)
      desk.approve(attempt)
      return attempt
    },
    frozen(terminal, wanted = {}) {
      const { acquirer = 'bank', way = 'host', rule = 'counted', but = {} } = wanted
      const through = (wanted.through ?? ledger.head()?.seq ?? 0) as Seq
      const movements = ledger.movementsToSettle(terminal, through, 100_000)
      const last = ledger.lastNumbers(acquirer)
      batches += 1
      return {
        kind: 'batchFrozen',
        batch: `batch-${batches}` as BatchId,
        acquirer,
        way,
        terminal,
        number: numberAfter(last.batch),
        stan: numberAfter(last.stan),
        through,
        businessDay: '2026-11-23',
        movements: movements.length,
        totals: totalsOf(movements, rule),
        ...but,
      }
    },
    freeze(terminal, wanted) {
      const fact = desk.frozen(terminal, wanted)
      append([fact])
      return fact.batch
    },
  }
  return desk
}

/** Card money of every kind, batches in every state, a statement half matched, on terminals of its own. */
export function liveOnCards(ledger: Ledger): void {
  const desk = cardDesk(ledger)
  const terminal = 'c1'
  const lost = desk.start({ terminal })
  desk.doubt(lost)
  desk.decline(lost)
  const batches = [1, 2, 3, 4, 5].map((n) => {
    const sale = desk.move({ terminal, amount: n * 100 })
    desk.move({ terminal, purpose: 'refund', amount: n })
    if (n % 2 === 1) desk.move({ terminal, purpose: 'void', amount: n * 100, undoes: sale })
    const way = n === 4 ? 'file' : n === 5 ? 'terminal' : 'host'
    return { batch: desk.freeze(terminal, { way, acquirer: `bank-${n % 2}` }), sale }
  })
  const [agreed, uploading, disputed, exported, asked] = batches
  if (!agreed || !uploading || !disputed || !exported || !asked) throw new Error('five batches')
  const { batch } = uploading
  desk.say(
    { kind: 'batchAgreed', batch: agreed.batch, by: { kind: 'host' }, reference: 'RRN', told: null },
    { kind: 'batchDisagreed', batch, told: null, uploadStan: 10, closingStan: 12 },
    { kind: 'movementUploaded', batch, attemptId: uploading.sale, code: '00' },
    { kind: 'batchDisputed', batch: disputed.batch, cause: 'duplicate', code: '94', text: '', told: null },
    { kind: 'batchResolved', batch: disputed.batch, resolution: 'paidInFull', person: 'driss', note: '' },
    { kind: 'batchExported', batch: exported.batch, file: 'batch.csv', sha256: 'ff' },
    { kind: 'batchAsked', batch: asked.batch },
  )
  for (const n of [1, 2]) desk.say(statementOf(n, [agreed.sale, uploading.sale][n - 1] ?? agreed.sale))
  const statement = 'statement-1' as StatementId
  desk.say({ kind: 'statementLineMatched', statement, line: 2, attemptId: disputed.sale })
  for (const still of ['c1', 'c2']) desk.move({ terminal: still })
  desk.move({ terminal: 'c3', amount: 700 })
  const through = ledger.head()?.seq ?? (0 as Seq)
  desk.say({ kind: 'settlementBegun', terminal: 'c3', acquirer: 'bank-1', through })
}

function statementOf(n: number, movement: AttemptId): FactOf<'statementImported'> {
  const line = (at: number) => ({
    line: at,
    kind: 'sale' as const,
    amount: dirham(n * 100 + at),
    fee: dirham(n),
    on: null,
    valueOn: null,
    authorisation: null,
    trace: null,
    terminalId: null,
    last4: null,
  })
  return {
    kind: 'statementImported',
    statement: `statement-${n}` as StatementId,
    part: 1,
    acquirer: 'bank-1',
    file: `${n}.csv`,
    sha256: `content ${n}`,
    lines: [
      { line: line(1), movement, reason: null },
      { line: line(2), movement: null, reason: 'several' },
      { line: line(3), movement: null, reason: 'unknownHere' },
    ],
  }
}

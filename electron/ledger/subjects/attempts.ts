import type { Database } from 'better-sqlite3'
import type { Fact, FactOf } from '#shared/checkout/fact.ts'
import type { Approval, AttemptPurpose, AttemptState } from '#shared/kernel/attempt.ts'
import type { AttemptId, SaleId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Entry, Projections } from '../entry.ts'
import type { AttemptRow, RecentApproval } from '../handles.ts'
import { defineTable } from '../table.ts'

/** One try to charge or give back on a card. */
export interface AttemptRecord {
  seq: number
  attempt_id: string
  /** `sales.seq` */
  sale: number
  purpose: AttemptPurpose
  amount: number
  terminal: string
  terminal_sequence: number
  state: AttemptState
  utc_ms: number
  offset_minutes: number
  /** `attempts.seq` of the charge that a void undoes; `null`: not a void, or a charge of another ledger. */
  undoes: number | null
  /** The entry that declined what had been in doubt; `null`: it was never in doubt, or was not declined. */
  retracted_seq: number | null
}

export const attemptsTable = defineTable<AttemptRecord>({
  name: 'attempts',
  columns: [
    'seq',
    'attempt_id',
    'sale',
    'purpose',
    'amount',
    'terminal',
    'terminal_sequence',
    'state',
    'utc_ms',
    'offset_minutes',
    'undoes',
    'retracted_seq',
  ],
  key: ['seq'],
  alternate: 'attempt_id',
})

/** Sequence numbers given to terminals have six digits (NAPS NS): after 999999 comes 1. */
export const terminalSequenceAfter = (last: number): number => (last % 999_999) + 1

/**
 * Behind all that a ledger may have given out between its backup and the moment it was brought back: a terminal that
 * remembers an attempt of those days must not take a new one for it. More attempts than anybody makes between two backups.
 */
export const terminalSequenceFarAfter = (last: number): number => ((last + 9_999) % 999_999) + 1

/** @throws when the attempt was never started: the fact cannot be true. */
export function attemptMoves(to: Projections, entry: Entry, sale: number, fact: Fact): void {
  switch (fact.kind) {
    case 'attemptStarted':
      to.attempts.insert({
        seq: entry.seq,
        attempt_id: fact.attemptId,
        sale,
        purpose: fact.purpose,
        amount: fact.amount,
        terminal: fact.terminal,
        terminal_sequence: fact.terminalSequence,
        state: 'started',
        utc_ms: entry.utcMs,
        offset_minutes: entry.offsetMinutes,
        undoes: (fact.undoes && to.attempts.by(fact.undoes.attemptId)?.seq) ?? null,
        retracted_seq: null,
      })
      to.head.terminal_sequence = fact.terminalSequence
      break
    case 'attemptApprovedUnconfirmed':
      becomes(to, fact.attemptId, 'approvedUnconfirmed')
      break
    case 'attemptUnknown':
      becomes(to, fact.attemptId, 'unknown')
      break
    case 'attemptApproved':
      becomes(to, fact.attemptId, 'approved')
      break
    case 'attemptDeclined':
      declined(to, entry, fact.attemptId)
      break
  }
}

function becomes(to: Projections, attemptId: AttemptId, state: AttemptState): void {
  const attempt = attemptOf(to, attemptId)
  to.attempts.update(attempt.retracted_seq === null ? { state } : { state, retracted_seq: null }, attempt.seq)
}

/** After a doubt others may think that it stands: they are told. Money that was counted is no doubt any more. */
function declined(to: Projections, { seq }: Entry, attemptId: AttemptId): void {
  const attempt = attemptOf(to, attemptId)
  const inDoubt = attempt.state === 'unknown' || attempt.state === 'approvedUnconfirmed'
  const retracted = inDoubt && to.cardMovements.get(attempt.seq) === undefined
  const state = 'declined'
  to.attempts.update(retracted ? { state, retracted_seq: seq } : { state }, attempt.seq)
}

/** @throws when the attempt was never started: the fact cannot be true. */
export function attemptOf(to: Projections, attemptId: AttemptId): AttemptRecord {
  const attempt = to.attempts.by(attemptId)
  if (attempt === undefined) throw new Error(`no attempt ${attemptId} in the ledger`)
  return attempt
}

/** How many attempts back a terminal's last record may be of: it remembers one, a busy minute makes a few. */
const recent = 32

/** Reads of attempts. */
export function attemptReads(db: Database): {
  find(attemptId: AttemptId): AttemptRow | null
  approvalOf(attemptId: AttemptId): Approval | null
  recentApprovals(): readonly RecentApproval[]
  /** @param seq `attempts.seq` of the attempts looked at is larger */
  lastTestAfter(seq: number): FactOf<'terminalTested'> | null
} {
  const find = db.prepare<[string], AttemptRecord & { sale_id: string }>(
    'SELECT attempts.*, sale_id FROM attempts JOIN sales ON sales.seq = attempts.sale WHERE attempt_id = ?',
  )
  const approved = db
    .prepare<[number], string>(
      "SELECT body FROM journal WHERE kind IN ('attemptApproved', 'attemptApprovedUnconfirmed') AND sale IN " +
        '(SELECT sale FROM attempts ORDER BY seq DESC LIMIT ?) ORDER BY journal.seq DESC',
    )
    .pluck()
  const approvalsOf = db
    .prepare<[string], string>(
      "SELECT body FROM journal WHERE kind = 'attemptApproved' AND sale = " +
        '(SELECT sale FROM attempts WHERE attempt_id = ?) ORDER BY journal.seq DESC',
    )
    .pluck()
  const tested = db
    .prepare<[number], string>(
      "SELECT body FROM journal WHERE kind = 'terminalTested' AND sale IN " +
        "(SELECT sale FROM attempts WHERE seq > ? AND purpose = 'test') ORDER BY journal.seq DESC LIMIT 1",
    )
    .pluck()
  return {
    recentApprovals: () =>
      approved.all(recent).flatMap((body) => {
        const { attemptId, approval } = JSON.parse(body) as FactOf<
          'attemptApproved' | 'attemptApprovedUnconfirmed'
        >
        return approval === null ? [] : [{ attemptId, approval }]
      }),
    approvalOf(attemptId) {
      const approved = approvalsOf
        .all(attemptId)
        .map((body) => JSON.parse(body) as FactOf<'attemptApproved'>)
        .find((fact) => fact.attemptId === attemptId)
      return approved?.approval ?? null
    },
    lastTestAfter(seq) {
      const body = tested.get(seq)
      return body === undefined ? null : (JSON.parse(body) as FactOf<'terminalTested'>)
    },
    find(attemptId) {
      const row = find.get(attemptId)
      if (row === undefined) return null
      return {
        attemptId,
        saleId: row.sale_id as SaleId,
        purpose: row.purpose,
        amount: dirham(row.amount),
        terminal: row.terminal,
        terminalSequence: row.terminal_sequence,
        state: row.state,
        startedAt: { utcMs: row.utc_ms, offsetMinutes: row.offset_minutes },
      }
    },
  }
}

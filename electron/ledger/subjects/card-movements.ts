import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { AttemptPurpose } from '#shared/kernel/attempt.ts'
import { localDay } from '#shared/kernel/stamp.ts'
import type { MovementKind } from '#shared/settlement/movement.ts'
import type { Entry, Projections } from '../entry.ts'
import { defineTable } from '../table.ts'
import { attemptOf } from './attempts.ts'

/** Card money that a terminal moved, and where it has got to since. What the terminal said stays in the journal, at `seq`. */
export interface CardMovementRecord {
  /** `attempts.seq` */
  attempt: number
  /** The entry that approved it. */
  seq: number
  terminal: string
  kind: MovementKind
  /** Minor units, > 0. */
  amount: number
  /** Wall-clock day it was approved on. */
  day: string
  /**
   * `batches.seq`, set once; `null`: it collects. Of one that was settled before the till did it, the entry that says so,
   * which is no batch.
   */
  batch: number | null
  /** DE 39 of its upload. */
  code: string | null
  /** `statements.seq`, and the line there that it was found on. */
  statement: number | null
  line: number | null
}

export const cardMovementsTable = defineTable<CardMovementRecord>({
  name: 'card_movements',
  columns: ['attempt', 'seq', 'terminal', 'kind', 'amount', 'day', 'batch', 'code', 'statement', 'line'],
  key: ['attempt'],
})

/** What each terminal has collected, so that no screen ever sums a day; and how far it is settled. */
export interface CardTerminalRow {
  terminal: string
  /** Movements in no batch yet. */
  count: number
  /** Minor units of them: sales − reversals − refunds. */
  net: number
  /** Whose its newest batch was, or is to be; `null`: the till never settled it. */
  acquirer: string | null
  /** Journal entry its newest batch went up to, or its first one begins after; 0 before that. */
  through: number
}

export const cardTerminalsTable = defineTable<CardTerminalRow>({
  name: 'card_terminals',
  columns: ['terminal', 'count', 'net', 'acquirer', 'through'],
  key: ['terminal'],
})

/** Movements in no batch yet. SQLite finds them by an index; in memory they are kept apart. */
export interface CollectedMovements {
  add(movement: CardMovementRecord): void
  /** Oldest first, up to and with an entry. They go into a batch now, or nothing does: nobody may take them twice. */
  take(terminal: string, through: number): readonly CardMovementRecord[]
}

/** The movements that collect in a database. */
export function collectedMovements(db: Database): CollectedMovements {
  const take = db.prepare<[string, number], CardMovementRecord>(
    'SELECT * FROM card_movements INDEXED BY card_movements_collected ' +
      'WHERE terminal = ? AND batch IS NULL AND seq <= ? ORDER BY seq',
  )
  return { add() {}, take: (terminal, through) => take.all(terminal, through) }
}

/** The same while a journal is replayed. */
export function collectedInMemory(): CollectedMovements {
  const byTerminal = new Map<string, CardMovementRecord[]>()
  return {
    add(movement) {
      const collected = byTerminal.get(movement.terminal)
      if (collected === undefined) byTerminal.set(movement.terminal, [movement])
      else collected.push(movement)
    },
    take(terminal, through) {
      const collected = byTerminal.get(terminal) ?? []
      const end = collected.findIndex(({ seq }) => seq > through)
      return collected.splice(0, end < 0 ? collected.length : end)
    },
  }
}

const kinds: Readonly<Record<AttemptPurpose, MovementKind>> = {
  payment: 'sale',
  test: 'sale',
  refund: 'refund',
  void: 'saleReversal',
}

/** What a movement adds to what the acquirer owes. Minor units. */
export const signed = ({ kind, amount }: Pick<CardMovementRecord, 'kind' | 'amount'>): number =>
  kind === 'sale' ? amount : -amount

/** An approval is card money. Said again after a doubt it is the same money. */
export function cardMoneyMoved(to: Projections, entry: Entry, fact: FactOf<'attemptApproved'>): void {
  const { seq: attempt, terminal, purpose, amount } = attemptOf(to, fact.attemptId)
  if (to.cardMovements.get(attempt) !== undefined) return
  const movement: CardMovementRecord = {
    attempt,
    seq: entry.seq,
    terminal,
    kind: kinds[purpose],
    amount,
    day: localDay(entry),
    batch: null,
    code: null,
    statement: null,
    line: null,
  }
  to.cardMovements.insert(movement)
  to.collected.add(movement)
  const before = to.cardTerminals.get(terminal)
  const net = signed(movement)
  if (before === undefined) to.cardTerminals.insert({ terminal, count: 1, net, acquirer: null, through: 0 })
  else to.cardTerminals.update({ count: before.count + 1, net: before.net + net }, terminal)
}

/** What was settled before the till did it is left out for good. @throws when the till settles this terminal already */
export function settlementBegun(to: Projections, entry: Entry, fact: FactOf<'settlementBegun'>): void {
  const { terminal, acquirer, through } = fact
  const before = to.cardTerminals.get(terminal)
  if ((before?.acquirer ?? null) !== null || through < 0 || through >= entry.seq)
    throw new Error(`settlement of ${terminal} cannot begin after entry ${through}`)
  if (before === undefined) {
    to.cardTerminals.insert({ terminal, count: 0, net: 0, acquirer, through })
    return
  }
  const left = { count: before.count, net: before.net }
  for (const movement of to.collected.take(terminal, through)) {
    to.cardMovements.update({ batch: entry.seq }, movement.attempt)
    left.count -= 1
    left.net -= signed(movement)
  }
  to.cardTerminals.update({ ...left, acquirer, through }, terminal)
}

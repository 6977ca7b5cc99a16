import type { FactOf } from '#shared/checkout/fact.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import type { MatchedLine } from '#shared/settlement/statement.ts'
import type { Entry, Projections } from '../entry.ts'
import { defineTable } from '../table.ts'
import { attemptOf } from './attempts.ts'
import { signed } from './card-movements.ts'

/** A statement of an acquirer, summed; its lines stay in the journal. Minor units. */
export interface StatementRecord {
  /** The entry of its first part. */
  seq: number
  statement_id: string
  acquirer: string
  file: string
  sha256: string
  parts: number
  lines: number
  unmatched: number
  /** Sales − reversals − refunds. */
  gross: number
  fees: number
}

export const statementsTable = defineTable<StatementRecord>({
  name: 'statements',
  columns: [
    'seq',
    'statement_id',
    'acquirer',
    'file',
    'sha256',
    'parts',
    'lines',
    'unmatched',
    'gross',
    'fees',
  ],
  key: ['seq'],
  alternate: 'statement_id',
})

/** One line of a statement, and what it was found to be of; what it says stays in the journal, at `seq`. */
export interface StatementLineRow {
  /** `statements.seq` */
  statement: number
  line: number
  seq: number
  /** `attempts.seq` of the movement; `null`: none was found. */
  movement: number | null
  reason: MatchedLine['reason']
}

export const statementLinesTable = defineTable<StatementLineRow>({
  name: 'statement_lines',
  columns: ['statement', 'line', 'seq', 'movement', 'reason'],
  key: ['statement', 'line'],
})

/** @throws when a part is missing before this one, or a movement is paid twice */
export function statementImported(to: Projections, entry: Entry, fact: FactOf<'statementImported'>): void {
  const { statement: id, part, acquirer, file, sha256, lines } = fact
  const before = to.statements.by(id)
  if (part !== (before?.parts ?? 0) + 1 || (before !== undefined && before.sha256 !== sha256))
    throw new Error(`part ${part} of statement ${id} does not follow what was imported of it`)
  const statement = before?.seq ?? entry.seq
  const sums = {
    parts: part,
    lines: (before?.lines ?? 0) + lines.length,
    unmatched: (before?.unmatched ?? 0) + lines.filter(({ movement }) => movement === null).length,
    gross: lines.reduce((sum, { line }) => sum + signed(line), before?.gross ?? 0),
    fees: lines.reduce((sum, { line }) => sum + (line.fee ?? 0), before?.fees ?? 0),
  }
  if (before === undefined)
    to.statements.insert({ seq: statement, statement_id: id, acquirer, file, sha256, ...sums })
  else to.statements.update(sums, statement)
  for (const { line, movement: attemptId, reason } of lines) {
    const movement = attemptId === null ? null : pay(to, attemptId, statement, line.line)
    to.statementLines.insert({ statement, line: line.line, seq: entry.seq, movement, reason })
  }
}

/** @throws when there is no such line, it has its movement, or the movement is paid */
export function statementLineMatched(to: Projections, fact: FactOf<'statementLineMatched'>): void {
  const statement = to.statements.by(fact.statement)
  const line = statement && to.statementLines.get(statement.seq, fact.line)
  if (statement === undefined || line?.movement !== null)
    throw new Error(`line ${fact.line} of statement ${fact.statement} does not wait for its movement`)
  const movement = pay(to, fact.attemptId, statement.seq, fact.line)
  to.statementLines.update({ movement, reason: null }, statement.seq, fact.line)
  to.statements.update({ unmatched: statement.unmatched - 1 }, statement.seq)
}

/** @returns `attempts.seq`. @throws when it is no movement, or is paid already */
function pay(to: Projections, attemptId: AttemptId, statement: number, line: number): number {
  const { seq } = attemptOf(to, attemptId)
  const movement = to.cardMovements.get(seq)
  if (movement?.statement !== null) throw new Error(`${attemptId} is no movement that waits to be paid`)
  to.cardMovements.update({ statement, line }, seq)
  return seq
}

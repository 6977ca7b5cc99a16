import { createHash } from 'node:crypto'
import type { WriteLedger } from '#electron/ledger/handles.ts'
import { notBefore } from '#electron/ledger/not-before.ts'
import type { StatementRow } from '#electron/ledger/settlement-handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { ColumnMap } from '#shared/contract/acquirers.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { StatementDetail, StatementView } from '#shared/contract/settlements.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import { type Refusal, type RefusalCode, refuse } from '#shared/kernel/refusal.ts'
import { localDay } from '#shared/kernel/stamp.ts'
import { subtract } from '#shared/money/amount.ts'
import { withoutCardNumbers } from '#shared/settlement/card-digits.ts'
import { dayPlus } from '#shared/settlement/match-faces.ts'
import { matchStatement } from '#shared/settlement/match-statement.ts'
import type { CardMovement } from '#shared/settlement/movement.ts'
import { readStatement } from '#shared/settlement/read-statement.ts'
import type { MatchedLine, StatementId, StatementLine } from '#shared/settlement/statement.ts'
import { statementText } from './statement-text.ts'

/** Lines a fact holds. */
const linesPerFact = 1_000
/** Bytes; a year of a busy shop is a tenth of it. */
const largestStatement = 64 * 1024 * 1024
/** A payment is on a statement some days after its own, and cut off at another midnight: days to both sides. */
const daysBefore = 7
const daysAfter = 2
/** Days back that a statement which names none may be of: acquirers send them by the day, the week or the month. */
const daysBack = 92
const mostListed = 500
const mostUnpaid = 500

export interface StatementsParts {
  readonly ledger: WriteLedger
  readonly clock: Clock
  readonly ids: Ids
}

export interface StatementFile {
  readonly acquirer: string
  readonly file: string
  readonly bytes: Uint8Array
  readonly map: ColumnMap
}

const no = (code: RefusalCode, params?: Refusal['params']) =>
  ({ ok: false, refusal: refuse(code, params) }) as const

/** What acquirers say they pay, beside what was taken. */
export class Statements {
  readonly #parts: StatementsParts

  constructor(parts: StatementsParts) {
    this.#parts = parts
  }

  /** Whole or not at all, in one transaction. */
  import({ acquirer, file, bytes, map }: StatementFile, by: string): Answer<StatementView> {
    const { ledger, clock, ids } = this.#parts
    if (bytes.byteLength > largestStatement) return no('inputTooLarge')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (ledger.statementOf(sha256) !== null) return no('statementKnown')
    const text = statementText(bytes, map.encoding)
    if (!text.ok) return no('statementMalformed', { ...text.error })
    const read = readStatement(text.value, map)
    if (!read.ok) return no('statementMalformed', { ...read.error })
    const statement = ids.next() as StatementId
    const matched = this.#match(acquirer, read.value.lines)
    const parts = Array.from({ length: Math.ceil(matched.length / linesPerFact) }, (_, part) => ({
      kind: 'statementImported' as const,
      statement,
      part: part + 1,
      acquirer,
      // A name is somebody else's words: some put a card's number into it.
      file: withoutCardNumbers(file),
      sha256,
      lines: matched.slice(part * linesPerFact, (part + 1) * linesPerFact),
    }))
    ledger.append(parts, by, notBefore(ledger, clock.now()))
    const row = ledger.findStatement(statement)
    if (row === null) throw new Error('a statement is not there after it was imported')
    return { ok: true, value: viewOf(row) }
  }

  list(): readonly StatementView[] {
    return this.#parts.ledger.listStatements(mostListed).map(viewOf)
  }

  find(statement: StatementId): StatementDetail | null {
    const { ledger } = this.#parts
    const row = ledger.findStatement(statement)
    if (row === null) return null
    const lines = ledger.statementLines(statement)
    const isOpen = ({ movement }: MatchedLine): boolean => movement === null
    const days = daysOf(lines.map(({ line }) => line))
    return {
      ...viewOf(row),
      matched: [...lines.filter(isOpen), ...lines.filter((line) => !isOpen(line))],
      unpaid: days === null ? [] : ledger.unpaidMovements(row.acquirer, days.from, days.to, mostUnpaid),
    }
  }

  /** A person says which movement a line is of. */
  match(statement: StatementId, line: number, attemptId: AttemptId, by: string): Answer {
    const { ledger, clock } = this.#parts
    const from = ledger.findStatement(statement)
    if (from === null) return no('unknownStatement')
    const found = ledger.statementLines(statement).find((matched) => matched.line.line === line)
    if (found === undefined) return no('unknownLine')
    if (found.movement !== null) return no('lineMatched')
    const movement = ledger.findMovement(attemptId)
    if (movement === null || !this.#mayPay(from.acquirer, movement)) return no('unknownMovement')
    if (ledger.paidBy(attemptId) !== null) return no('movementPaid')
    const fact = { kind: 'statementLineMatched', statement, line, attemptId } as const
    ledger.append([fact], by, notBefore(ledger, clock.now()))
    return { ok: true, value: null }
  }

  /** Nobody pays what is settled with somebody else. */
  #mayPay(acquirer: string, { attemptId, at }: CardMovement): boolean {
    const day = localDay(at)
    const payable = this.#parts.ledger.movementsOfDays(acquirer, day, day)
    return payable.some(({ movement }) => movement.attemptId === attemptId)
  }

  #match(acquirer: string, lines: readonly StatementLine[]): readonly MatchedLine[] {
    const { ledger, clock } = this.#parts
    const days = daysOf(lines)
    const today = localDay(clock.now())
    const { from, to } = days ?? { from: dayPlus(today, -daysBack), to: today }
    const movements = ledger.movementsOfDays(acquirer, dayPlus(from, -daysBefore), dayPlus(to, daysAfter))
    return matchStatement(lines, movements)
  }
}

const viewOf = (row: StatementRow): StatementView => ({ ...row, net: subtract(row.gross, row.fees) })

/** From the first day of a statement to its last; `null`: it names none. */
function daysOf(lines: readonly StatementLine[]): { readonly from: string; readonly to: string } | null {
  let from: string | null = null
  let to: string | null = null
  for (const { on } of lines) {
    if (on === null) continue
    if (from === null || on < from) from = on
    if (to === null || on > to) to = on
  }
  return from === null || to === null ? null : { from, to }
}

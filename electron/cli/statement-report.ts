import type { StatementDetail } from '#shared/contract/settlements.ts'
import { isoLocal } from '#shared/kernel/stamp.ts'
import { type Dirham, dirham } from '#shared/money/amount.ts'
import { formatAmount } from '#shared/money/format.ts'
import { lastFour } from '#shared/settlement/card-digits.ts'
import type { CardMovement } from '#shared/settlement/movement.ts'
import type { MatchedLine } from '#shared/settlement/statement.ts'
import {
  type StatementSums,
  signedAmount,
  sumsByValueDay,
  sumsOf,
} from '#shared/settlement/statement-sums.ts'
import { tellUnpaid, type UndonePair } from '#shared/settlement/unpaid.ts'
import { kindWords, reasonWords } from './settlement-words.ts'
import { counted, textTable } from './text-table.ts'

export interface StatementReport {
  readonly lines: readonly string[]
  /** Every line has its movement, and nothing of its days is owed. */
  readonly isExplained: boolean
}

/** A statement as a bookkeeper reads it: what it comes to, by value day, and one table of all that has to be looked at. */
export function statementReport(detail: StatementDetail, acquirer: string): StatementReport {
  const { file, matched, unpaid } = detail
  const unmatched = matched.filter(({ movement }) => movement === null)
  const { owed, undone } = tellUnpaid(unpaid)
  const isExplained = unmatched.length === 0 && owed.length === 0
  return {
    isExplained,
    lines: [
      `${file}, ${acquirer}: ${counted(matched.length, 'line')}, movements found for ${matched.length - unmatched.length}.`,
      '',
      ...sumsTable(matched),
      '',
      ...(isExplained ? ['Nothing is left to look at.'] : ['To be looked at:']),
      ...lookTable([...unmatched.map(lineRow), ...owed.map(owedRow), ...undone.map(undoneRow)]),
    ],
  }
}

function sumsTable(matched: readonly MatchedLine[]): readonly string[] {
  const lines = matched.map(({ line }) => line)
  const row = (name: string, { lines: count, gross, fees, net }: StatementSums): readonly string[] => [
    name,
    String(count),
    ...[gross, fees, net].map((amount) => formatAmount(amount)),
  ]
  const whole = sumsOf(lines)
  const table = textTable(
    [{ head: 'Value day' }, ...['Lines', 'Gross', 'Fees', 'Net'].map((head) => ({ head, numbers: true }))],
    [...sumsByValueDay(lines).map((day) => row(day.on ?? 'not said', day)), row('all', whole)],
  )
  return whole.withoutFee === 0
    ? table
    : [...table, `No fee is said of ${counted(whole.withoutFee, 'line')}.`]
}

/** Amounts with the sign of their way: below zero is money that goes back. */
const lookTable = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length === 0
    ? []
    : textTable(
        [
          { head: 'Where' },
          { head: 'Day' },
          { head: 'Amount', numbers: true },
          { head: 'Card' },
          { head: 'Approval' },
          { head: 'Number' },
          { head: 'What it is' },
        ],
        rows,
      )

const money = (each: Parameters<typeof signedAmount>[0]): string =>
  formatAmount(signedAmount(each) satisfies Dirham)

const lineRow = ({ line, reason }: MatchedLine): readonly string[] => [
  `line ${line.line}`,
  line.on ?? '',
  money(line),
  line.last4 ?? '',
  line.authorisation ?? '',
  line.trace ?? '',
  reasonWords[reason ?? 'unknownHere'],
]

const movementRow = (movement: CardMovement, amount: string, words: string): readonly string[] => [
  movement.ticket === null ? 'no ticket' : `ticket ${movement.ticket}`,
  isoLocal(movement.at).slice(0, 16).replace('T', ' '),
  amount,
  lastFour(movement.approval?.maskedPan ?? '') ?? '',
  movement.approval?.authorisation ?? '',
  movement.approval?.trace ?? '',
  words,
]

const owedRow = (movement: CardMovement): readonly string[] =>
  movementRow(
    movement,
    money(movement),
    movement.kind === 'sale'
      ? 'sale that no line pays yet'
      : `${kindWords[movement.kind]} that no line takes yet`,
  )

/** The two of them come to nothing, and the statement is right not to list them. */
const undoneRow = ({ sale }: UndonePair): readonly string[] =>
  movementRow(
    sale,
    formatAmount(dirham(0)),
    `sale of ${formatAmount(sale.amount)} undone before it was settled: nothing is owed`,
  )

import { formatAmount } from '#shared/money/format.ts'
import type { CardMovement } from '#shared/settlement/movement.ts'
import type { StatementLine } from '#shared/settlement/statement.ts'
import { westernDigits } from '../../../input/amount-entry.ts'

const bare = (text: string): string =>
  westernDigits(text)
    .replace(/[\s.٫]/g, '')
    .toUpperCase()

/** What a movement is found by: amount, ticket, authorisation, last four digits. */
const facesOf = ({ amount, ticket, approval }: CardMovement): readonly string[] => [
  bare(formatAmount(amount)),
  String(ticket ?? ''),
  bare(approval?.authorisation ?? ''),
  approval?.maskedPan?.slice(-4) ?? '',
]

/** The movements that a line could be of, those of its own amount first; all of them fit what was typed. */
export function candidates(
  unpaid: readonly CardMovement[],
  line: StatementLine,
  typed: string,
): readonly CardMovement[] {
  const wanted = bare(typed)
  const fitting = unpaid.filter(
    (movement) => wanted === '' || facesOf(movement).some((face) => face.startsWith(wanted)),
  )
  const alike = ({ amount, kind }: CardMovement): boolean => amount === line.amount && kind === line.kind
  return [...fitting.filter(alike), ...fitting.filter((movement) => !alike(movement))]
}

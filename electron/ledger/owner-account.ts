import { unitPrice } from '#shared/cart/totals.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import { zero } from '#shared/money/amount.ts'
import { type AccountMove, accountSums, type OwnerLine, type OwnerPeriod } from '#shared/owners/account.ts'
import { appliedShare } from '#shared/owners/applied-share.ts'
import type { OwnerMove } from './books-handles.ts'
import type { ReadLedger } from './handles.ts'

type Reads = Pick<ReadLedger, 'ownerMoves' | 'ownerBalanceBefore' | 'findTicket'>

/** More of them on one paper or screen nobody reads. */
const readable = 400

/**
 * An owner's account over some days, with the names of what sold.
 * @param before only what was written before this journal entry; `null`: all
 * @param most how many moves are listed, the last ones
 */
export function ownerPeriod(
  ledger: Reads,
  owner: string,
  range: DayRange,
  before: Seq | null = null,
  most: number = readable,
): OwnerPeriod {
  const moves = [...ledger.ownerMoves(owner, range)].filter(({ seq }) => before === null || seq < before)
  const bare = moves.map((move) => ({
    kind: move.kind,
    what: move.kind === 'payment' ? move.fact.what : null,
    gross: move.kind === 'line' ? move.gross : zero,
    due: move.due,
  }))
  const listed = moves.slice(-most)
  return {
    range,
    sums: accountSums(ledger.ownerBalanceBefore(owner, range.from), bare),
    moves: listed.map((move) => namedMove(ledger, move)),
    earlier: moves.length - listed.length,
  }
}

function namedMove(ledger: Pick<Reads, 'findTicket'>, move: OwnerMove): AccountMove {
  if (move.kind === 'line') return { kind: 'line', line: namedLine(ledger, move) }
  const { what, by, reference, amount } = move.fact
  return { kind: 'payment', gift: { seq: move.seq, what, by, reference, paidOn: move.businessDay, amount } }
}

/** @throws Error where the ticket of a line is not in the ledger: its tables do not agree */
function namedLine(
  ledger: Pick<Reads, 'findTicket'>,
  { ticket, line: position, businessDay, gross, due }: Extract<OwnerMove, { kind: 'line' }>,
): OwnerLine {
  const line = ledger.findTicket(ticket)?.ticket.lines[position - 1]
  if (line?.owner == null) throw new Error(`ticket ${ticket} has no line ${position} of an owner`)
  const { sku, name, quantity } = line
  const share = appliedShare(line.owner, unitPrice(line))
  return { ticket, soldOn: businessDay, sku, name, quantity, gross, share, due }
}

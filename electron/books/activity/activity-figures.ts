import type { BookReads } from '#electron/ledger/books-handles.ts'
import { daysOf } from '#shared/kernel/day-range.ts'
import type { ActivityMonth } from '#shared/receipt/activity-sheet.ts'
import { ticketsOn, type WalkedLedger } from '../reports/ticket-walk.ts'

/** Twelve months that end with one, oldest first: `2025-12` … `2026-11`. */
export function twelveMonths(last: string): readonly string[] {
  const [year = 0, month = 1] = last.split('-').map(Number)
  return Array.from({ length: 12 }, (_, index) => {
    const at = year * 12 + month - 1 - (11 - index)
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}

/** A month of one artisan: their lines, and the money given to them. */
export function artisanMonth(
  ledger: Pick<BookReads, 'ownerMoves'>,
  owner: string,
  month: string,
): ActivityMonth {
  const tickets = new Set<number>()
  let [takings, due, paid] = [0, 0, 0]
  for (const move of ledger.ownerMoves(owner, daysOf(month))) {
    if (move.kind === 'payment') {
      paid += move.fact.amount
      continue
    }
    takings += move.gross
    due += move.due
    if (move.gross > 0) tickets.add(move.ticket)
  }
  return { month, sales: tickets.size, takings, due, paid }
}

/** A month of the shop, ticket by ticket; what was given to all artisans beside it. */
export function shopMonth(
  ledger: WalkedLedger & Pick<BookReads, 'owners' | 'ownerMoves'>,
  month: string,
): ActivityMonth {
  const range = daysOf(month)
  let [sales, takings, due, paid] = [0, 0, 0, 0]
  for (const { ticket } of ticketsOn(ledger, range)) {
    const sign = ticket.kind === 'sale' ? 1 : -1
    if (sign === 1) sales += 1
    takings += sign * ticket.gross
    for (const line of ticket.lines) due += sign * line.ownerDue
  }
  for (const { owner, paid: ever } of ledger.owners()) {
    if (ever === 0) continue
    for (const move of ledger.ownerMoves(owner, range)) if (move.kind === 'payment') paid += move.fact.amount
  }
  return { month, sales, takings, due, paid }
}

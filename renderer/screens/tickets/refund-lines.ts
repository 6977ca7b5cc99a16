import type { TicketLine } from '#shared/cart/ticket.ts'
import type { TicketDetail } from '#shared/contract/contract.ts'
import type { Dirham } from '#shared/money/amount.ts'
import { times } from '#shared/money/amount.ts'

/** A line of a sale ticket as something to give back from. */
export interface RefundLine {
  /** Position on the ticket, 1 = first. */
  readonly position: number
  readonly line: TicketLine
  /** Units not given back yet. */
  readonly left: number
}

/** The lines of a sale with what is left of each; a refund ticket has none. */
export function refundLines({ ticket, refunded }: TicketDetail): readonly RefundLine[] {
  if (ticket.kind === 'refund') return []
  return ticket.lines.map((line, index) => ({
    position: index + 1,
    line,
    left: line.quantity - (refunded[index + 1] ?? 0),
  }))
}

/** What so many units were paid: the agreed price where there was one. Cash may round it; the till says so. */
export const givenBack = ({ line }: RefundLine, quantity: number): Dirham =>
  times(line.agreed?.unit ?? line.posted, quantity)

import type { Till } from '#electron/till-parts.ts'
import type { Ticket } from '#shared/cart/ticket.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'

/** A finished ticket as the ledger keeps it. @throws when there is none of this number */
export function ticketOf(till: Till, number: number): Ticket {
  const row = till.ledger.findTicket(number as TicketNumber)
  if (row === null) throw new Error(`there is no ticket ${number}`)
  return row.ticket
}

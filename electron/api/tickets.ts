import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { TicketDetail } from '#shared/contract/contract.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { door } from './door.ts'

const unknownTicket = { ok: false, refusal: refuse('unknownTicket') } as const

function detailOf(ledger: ReadLedger, number: TicketNumber): TicketDetail | null {
  const row = ledger.findTicket(number)
  if (row === null) return null
  const refunded = row.ticket.kind === 'sale' ? Object.fromEntries(ledger.refundedUnits(number)) : {}
  return { ticket: row.ticket, at: row.at, hash: row.hash, refunded }
}

export const ticketProcedures = {
  list: door.tickets.list.handler(({ context, input }) =>
    context.till.ledger.listTickets({
      text: input.text,
      before: input.before as TicketNumber | null,
      limit: input.limit,
    }),
  ),

  get: door.tickets.get.handler(({ context, input }) => {
    const value = detailOf(context.till.ledger, input.number as TicketNumber)
    return value === null ? unknownTicket : { ok: true, value }
  }),

  picture: door.tickets.picture.handler(async ({ context, input }) => {
    const png = await context.till.drawReceipt(input.number as TicketNumber)
    return png === null ? unknownTicket : { ok: true, value: { png: Buffer.from(png).toString('base64') } }
  }),
}

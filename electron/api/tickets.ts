import { pastSale } from '#electron/checkout/past-sale.ts'
import { abilitiesOf } from '#electron/checkout/terminal-orders.ts'
import type { Till } from '#electron/till-parts.ts'
import { chargeToUndo } from '#shared/checkout/undoing.ts'
import type { TicketDetail } from '#shared/contract/contract.ts'
import type { TicketPapersView } from '#shared/contract/papers.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { door } from './door.ts'

const unknownTicket = { ok: false, refusal: refuse('unknownTicket') } as const

/** Nothing is made out for a refund. */
const refundPapers: TicketPapersView = {
  invoice: null,
  exportForm: null,
  exportFormRefused: 'refundTicket',
  exportGross: 0,
  exportVat: 0,
  certificates: [],
}

function detailOf(
  { ledger, devices }: Pick<Till, 'ledger' | 'devices'>,
  number: TicketNumber,
): TicketDetail | null {
  const row = ledger.findTicket(number)
  if (row === null) return null
  const { ticket, at, hash } = row
  const past = pastSale(ledger, number)
  if (past === null) return { ticket, at, hash, refunded: {}, voidable: false, papers: refundPapers }
  const shiftId = ledger.openShift()?.shiftId ?? null
  const undone = chargeToUndo(past, shiftId, abilitiesOf(devices.terminal.current()))
  return {
    ticket,
    at,
    hash,
    refunded: Object.fromEntries(past.refunded),
    voidable: undone !== null,
    papers: { ...refundPapers, exportFormRefused: 'notOffered' },
  }
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
    const value = detailOf(context.till, input.number as TicketNumber)
    return value === null ? unknownTicket : { ok: true, value }
  }),

  picture: door.tickets.picture.handler(async ({ context, input }) => {
    const png = await context.till.drawReceipt(input.number as TicketNumber)
    return png === null ? unknownTicket : { ok: true, value: { png: Buffer.from(png).toString('base64') } }
  }),
}

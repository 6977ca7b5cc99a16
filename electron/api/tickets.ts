import { pastSale } from '#electron/checkout/past-sale.ts'
import { abilitiesOf } from '#electron/checkout/terminal-orders.ts'
import type { Till } from '#electron/till-parts.ts'
import { exportFormCheck } from '#shared/cart/export-form.ts'
import { whollyGivenBack } from '#shared/cart/given-back.ts'
import { unsetSettings } from '#shared/cart/settings.ts'
import type { Ticket } from '#shared/cart/ticket.ts'
import { chargeToUndo } from '#shared/checkout/undoing.ts'
import type { TicketDetail } from '#shared/contract/contract.ts'
import type { TicketPapersView } from '#shared/contract/papers.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { businessDayNow } from '#shared/kernel/stamp.ts'
import { zero } from '#shared/money/amount.ts'
import { door } from './door.ts'

const unknownTicket = { ok: false, refusal: refuse('unknownTicket') } as const

/** What was made out for a ticket, and whether a tax-refund form could be made out now. */
function papersOf({ ledger, clock }: World, { ticket, refunded }: PastTicket): TicketPapersView {
  const today = businessDayNow(ledger.openShift(), clock.now())
  const check = exportFormCheck(ticket, refunded, ledger.settings() ?? unsetSettings, today)
  const standing = ledger.papersOfTicket(ticket.number)
  const back = standing.invoice === null && whollyGivenBack(ticket.lines, refunded)
  return {
    ...standing,
    invoiceRefused: back ? 'givenBack' : null,
    exportFormRefused: check.ok ? null : check.reason,
    exportMissing: check.ok ? zero : check.missing,
    exportGross: check.gross,
    exportVat: check.vat,
  }
}

type World = Pick<Till, 'ledger' | 'devices' | 'clock'>

interface PastTicket {
  readonly ticket: Ticket
  readonly refunded: ReadonlyMap<number, number>
}

function detailOf(world: World, number: TicketNumber): TicketDetail | null {
  const { ledger, devices } = world
  const row = ledger.findTicket(number)
  if (row === null) return null
  const { ticket, at, hash } = row
  const past = pastSale(ledger, number)
  const refunded = past?.refunded ?? new Map<number, number>()
  const shiftId = ledger.openShift()?.shiftId ?? null
  const undone = past && chargeToUndo(past, shiftId, abilitiesOf(devices.terminal.current()))
  return {
    ticket,
    at,
    hash,
    refunded: Object.fromEntries(refunded),
    voidable: undone !== null,
    papers: papersOf(world, { ticket, refunded }),
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
}

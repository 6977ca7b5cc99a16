import { exportPart } from '#shared/cart/export-form.ts'
import { exportFormDocument } from '#shared/receipt/export-form.ts'
import { invoiceDocument } from '#shared/receipt/invoice.ts'
import { type Lay, laid, settingsOf } from './paper-world.ts'

export const layInvoice: Lay<'invoice'> = async (paper, source) => {
  const { ledger, copy, training } = source
  const invoice = ledger.findInvoice(paper.invoice)
  const ticket = invoice && ledger.findTicket(invoice.ticketNumber)?.ticket
  if (invoice === null || !ticket) return null
  const { number, at, buyer } = invoice
  return laid(invoiceDocument({ number, at, buyer, ticket, settings: settingsOf(source), copy, training }))
}

/** One that was voided is no paper any more: nobody at a border may be shown it. */
export const layExportForm: Lay<'exportForm'> = async (paper, source) => {
  const { ledger, copy, training } = source
  const form = ledger.findExportForm(paper.form)
  const ticket = form && ledger.findTicket(form.ticketNumber)?.ticket
  if (form === null || form.voided || !ticket) return null
  const { number, at, operator, visitor, ticketNumber } = form
  return laid(
    exportFormDocument({
      number,
      at,
      operator,
      visitor,
      ticketNumber,
      soldOn: ticket.businessDay,
      // A form falls with whatever is given back after it: what stands is what it was made out for.
      part: exportPart(ticket, ledger.refundedUnits(ticketNumber)),
      language: ticket.language,
      settings: settingsOf(source),
      copy,
      training,
    }),
  )
}

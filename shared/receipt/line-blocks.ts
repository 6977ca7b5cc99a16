import type { Ticket, TicketLine } from '../cart/ticket.ts'
import { cell, row, textBlock } from './blocks.ts'
import type { PaperBlock } from './document.ts'
import { amountText, ltr } from './isolate.ts'
import { itemNames } from './item-names.ts'
import type { Tongues } from './tongues.ts'
import { lineVatName } from './vat.ts'

/**
 * One line of the ticket: the name in both languages, `quantity × unit price (VAT)`, and what was bargained.
 * The name that reads left to right shares its row with the amount, so that on most printers that row stays text.
 * @param sign −1 on a refund.
 */
export function lineBlocks(
  line: TicketLine,
  ticket: Ticket,
  tongues: Tongues,
  sign: 1 | -1,
): readonly PaperBlock[] {
  const { lead, other } = itemNames(line.name, line.sku, tongues)
  const amount = cell(amountText(sign * line.gross), 'ltr')
  if (other === null) return [row(lead, amount), ...quantityBlocks(line, ticket, tongues)]
  const named =
    lead.direction === 'rtl'
      ? [textBlock(lead, 'start'), row(other, amount)]
      : [row(lead, amount), textBlock(other, 'start')]
  return [...named, ...quantityBlocks(line, ticket, tongues)]
}

function quantityBlocks(line: TicketLine, ticket: Ticket, tongues: Tongues): readonly PaperBlock[] {
  const { leadWords, direction } = tongues
  const indent = direction === 'ltr' ? '  ' : ''
  const put = (text: string) => textBlock(cell(indent + text, direction), 'start')
  const count = `${ltr(`${line.quantity} × ${amountText(line.agreed?.unit ?? line.posted)}`)} ${leadWords.each}`
  const named = lineVatName(line, ticket, leadWords)
  const vat = named === null ? '' : ` (${named})`
  if (line.agreed === null || line.discount === 0) return [put(`${count}${vat}`)]
  return [
    put(`${count} ${leadWords.agreed}${vat}`),
    put(
      `${leadWords.posted} ${amountText(line.posted)} · ${leadWords.discount} ${amountText(-line.discount)}`,
    ),
  ]
}

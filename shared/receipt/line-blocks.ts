import type { TicketLine } from '../cart/ticket.ts'
import { cell, row, textBlock } from './blocks.ts'
import type { PaperBlock } from './document.ts'
import { amountText, isolated, ltr, plain } from './isolate.ts'
import { latinName, type Tongues } from './tongues.ts'
import { vatName } from './vat.ts'

/**
 * One line of the ticket: the name in both languages, `quantity × unit (VAT)`, and what was bargained.
 * The Latin name shares its row with the amount, so that on most printers that row stays text.
 * @param sign −1 on a refund.
 */
export function lineBlocks(line: TicketLine, tongues: Tongues, sign: 1 | -1): readonly PaperBlock[] {
  const latin = latinName(line.name, tongues.latin)
  const arabic = line.name.ar ?? null
  const amount = cell(amountText(sign * line.gross), 'ltr')
  const first =
    latin !== null
      ? row(cell(isolated(latin), 'ltr'), amount)
      : row(cell(isolated(arabic ?? line.sku), arabic === null ? 'ltr' : 'rtl'), amount)
  const second = latin !== null && arabic !== null ? [textBlock(cell(plain(arabic), 'rtl'), 'start')] : []
  const named = tongues.lead === 'ar' ? [...second, first] : [first, ...second]
  return [...named, ...quantityBlocks(line, tongues)]
}

function quantityBlocks(line: TicketLine, tongues: Tongues): readonly PaperBlock[] {
  const { leadWords, direction } = tongues
  const indent = direction === 'ltr' ? '  ' : ''
  const put = (text: string) => textBlock(cell(indent + text, direction), 'start')
  const count = ltr(`${line.quantity} × ${amountText(line.agreed?.unit ?? line.posted)}`)
  const vat = `(${vatName(line.vat, leadWords)})`
  if (line.agreed === null || line.discount === 0) return [put(`${count} ${vat}`)]
  return [
    put(`${count} ${leadWords.agreed} ${vat}`),
    put(
      `${leadWords.posted} ${amountText(line.posted)} · ${leadWords.discount} ${amountText(-line.discount)}`,
    ),
  ]
}

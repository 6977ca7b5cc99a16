import { lineVat } from '../cart/line-vat.ts'
import type { Ticket, TicketLine } from '../cart/ticket.ts'
import { receiptWords } from '../i18n/receipt/receipt-words.ts'
import type { VatClass } from '../tax/vat-class.ts'
import { cell } from './blocks.ts'
import type { Cell, PaperBlock } from './document.ts'
import { amountTable } from './form-parts.ts'
import { amountText, ltr } from './isolate.ts'
import { numberedName } from './numbered-name.ts'
import type { Tongues } from './tongues.ts'
import type { Wording } from './wording.ts'

type Heads = Wording<'quantity' | 'net' | 'vat' | 'gross' | 'rate'>

/** Of the width, in characters of a common roll: the count, then three sums. */
const shares = [14, 10, 10, 11]

/**
 * The goods: each by name over `quantity × unit price`, then without VAT, VAT, with VAT. The VAT of the lines adds up to
 * the ticket's own of each rate.
 */
export function invoiceLines(ticket: Ticket, tongues: Tongues, words: Heads): readonly PaperBlock[] {
  const vats = lineVat(ticket)
  const heads = amountTable(
    [[words.label('quantity'), words.label('net'), words.label('vat'), words.label('gross')]],
    shares,
    true,
  )
  const lines = ticket.lines.flatMap((line, index) => {
    const vat = vats[index]?.vat ?? 0
    return [
      numberedName(line, index + 1, tongues),
      amountTable(
        [[countCell(line), money(line.gross - vat), vatCell(line.vat, vat), money(line.gross)]],
        shares,
        false,
      ),
    ]
  })
  return [heads, ...lines]
}

const countCell = ({ quantity, agreed, posted }: TicketLine): Cell =>
  cell(ltr(`${quantity} × ${amountText(agreed?.unit ?? posted)}`), 'ltr')

/** The ticket's own totals, by rate. */
export function ratesTable(ticket: Ticket, words: Heads): PaperBlock {
  const rateName = (vatClass: VatClass) =>
    vatClass === 'exempt' ? cell(receiptWords.fr.exempt, 'ltr') : cell(ltr(`${vatClass} %`), 'ltr')
  return amountTable(
    [
      [words.label('rate'), words.label('net'), words.label('vat'), words.label('gross')],
      ...ticket.vat.map(({ vatClass, net, vat, gross }) => [
        rateName(vatClass),
        money(net),
        vatCell(vatClass, vat),
        money(gross),
      ]),
    ],
    shares,
    true,
  )
}

const money = (minor: number): Cell => cell(amountText(minor), 'ltr')

/** An exempt sale has no VAT, not one of zero: the sentence of the law stands in its place (CGI art. 145-III-6°). */
const vatCell = (vatClass: VatClass, vat: number): Cell =>
  vatClass === 'exempt' ? cell('-', 'ltr') : money(vat)

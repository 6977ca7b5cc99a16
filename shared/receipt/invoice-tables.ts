import { lineVat, rateOfTotal } from '../cart/line-vat.ts'
import { soldForOwner } from '../cart/taxed-line.ts'
import type { Ticket, TicketLine } from '../cart/ticket.ts'
import { invoiceWords } from '../i18n/documents/invoice-words.ts'
import { receiptWords } from '../i18n/receipt/receipt-words.ts'
import { zero } from '../money/amount.ts'
import type { VatRate } from '../tax/vat-class.ts'
import { cell } from './blocks.ts'
import type { Cell, PaperBlock } from './document.ts'
import { amountTable } from './form-parts.ts'
import { amountText, ltr } from './isolate.ts'
import { numberedName } from './numbered-name.ts'
import { underVat } from './outside-vat.ts'
import type { Tongues } from './tongues.ts'
import { lineVatName, rateText } from './vat.ts'
import type { Wording } from './wording.ts'

type Heads = Wording<'quantity' | 'net' | 'vat' | 'gross' | 'rate' | 'plainQuantity' | 'sum'>

/** Of the width, in characters of a common roll: the count, then three sums. */
const shares = [14, 10, 10, 11]
/** Without VAT: the count and the sum. */
const plainShares = [2, 1]

/**
 * The goods: each by name over `quantity × unit price`, then without VAT, VAT, with VAT. The VAT of the lines adds up to
 * the ticket's own of each rate.
 */
export function invoiceLines(ticket: Ticket, tongues: Tongues, words: Heads): readonly PaperBlock[] {
  if (!underVat(ticket)) return plainLines(ticket, tongues, words)
  const vats = lineVat(ticket)
  const heads = amountTable(
    [[words.label('quantity'), words.label('net'), words.label('vat'), words.label('gross')]],
    shares,
    true,
  )
  const lines = ticket.lines.flatMap((line, index) => {
    const { vat = zero, rate = null } = vats[index] ?? {}
    return [
      numberedName(line, index + 1, lineVatName(line, ticket, tongues.leadWords), tongues),
      amountTable(
        [[countCell(line), money(line.gross - vat), vatCell(rate, vat), money(line.gross)]],
        shares,
        false,
      ),
    ]
  })
  return [heads, ...lines]
}

/** Of a seller who charges no VAT: no column speaks of it, the foot says why (CGI art. 145-III-6°). */
function plainLines(ticket: Ticket, tongues: Tongues, words: Heads): readonly PaperBlock[] {
  return [
    amountTable([[words.label('plainQuantity'), words.label('sum')]], plainShares, true),
    ...ticket.lines.flatMap((line, index) => [
      numberedName(line, index + 1, lineVatName(line, ticket, tongues.leadWords), tongues),
      amountTable([[countCell(line), money(line.gross)]], plainShares, false),
    ]),
  ]
}

const countCell = ({ quantity, agreed, posted }: TicketLine): Cell =>
  cell(ltr(`${quantity} × ${amountText(agreed?.unit ?? posted)}`), 'ltr')

/** The ticket's own totals, by rate. */
export function ratesTable(ticket: Ticket, words: Heads): PaperBlock {
  const outside = ticket.lines.some(soldForOwner) ? invoiceWords.fr.outsideVat : receiptWords.fr.exempt
  const rateName = (rate: VatRate) => cell(rate === null ? outside : rateText(rate), 'ltr')
  return amountTable(
    [
      [words.label('rate'), words.label('net'), words.label('vat'), words.label('gross')],
      ...ticket.vat.map((total) => {
        const rate = rateOfTotal(total)
        return [rateName(rate), money(total.net), vatCell(rate, total.vat), money(total.gross)]
      }),
    ],
    shares,
    true,
  )
}

const money = (minor: number): Cell => cell(amountText(minor), 'ltr')

/** An exempt sale has no VAT, not one of zero: the sentence of the law stands in its place (CGI art. 145-III-6°). */
const vatCell = (rate: VatRate, vat: number): Cell => (rate === null ? cell('-', 'ltr') : money(vat))

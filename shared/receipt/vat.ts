import { rateOfClass, rateOfTotal } from '../cart/line-vat.ts'
import { soldForOwner } from '../cart/taxed-line.ts'
import type { Ticket, TicketLine, VatTotal } from '../cart/ticket.ts'
import type { ReceiptWords } from '../i18n/receipt/words.ts'
import { rateName, type VatRate } from '../tax/vat-class.ts'
import { cell, row } from './blocks.ts'
import type { PaperBlock } from './document.ts'
import { amountText, isolated, ltr } from './isolate.ts'
import { exemptionBlocks, legalBlocks, outsideVat, underVat } from './outside-vat.ts'
import { label, type Tongues } from './tongues.ts'

/** `5,5 %`, isolated: as amounts are written, whatever the language. */
export const rateText = (rate: number): string => ltr(`${rateName(rate).replace('.', ',')} %`)

/** `TVA 20 %`, or the word for exempt: exemption is not a rate of zero. */
export const vatName = (rate: VatRate, words: ReceiptWords): string =>
  rate === null ? words.exempt : `${words.vat} ${rateText(rate)}`

/** What a line says of its VAT, in whose name it was sold otherwise; `null`: nothing, the shop charges none and its paper says so. */
export function lineVatName(
  line: TicketLine,
  ticket: Pick<Ticket, 'vat' | 'tax'>,
  words: ReceiptWords,
): string | null {
  const rate = rateOfClass(ticket)(line.vat)
  if (rate === null && soldForOwner(line)) return `${words.onBehalfOf} ${isolated(line.owner?.owner ?? '')}`
  return rate === null && !underVat(ticket) ? null : vatName(rate, words)
}

/**
 * VAT by rate: without VAT, the VAT, and with it, each on its own row; what has none, with the sentence that says why. Where the
 * shop charges none, that sentence alone.
 * @param sign −1 on a refund.
 */
export function vatBlocks(ticket: Ticket, tongues: Tongues, sign: 1 | -1): readonly PaperBlock[] {
  const money = (minor: number) => cell(amountText(sign * minor), 'ltr')
  const { regime, exempt, owners } = outsideVat(ticket)
  return [
    ...ticket.vat.flatMap((total) => rateBlocks(total, tongues, money)),
    ...(exempt === null
      ? []
      : [row(label(tongues, 'exempt'), money(exempt.gross)), ...exemptionBlocks(exempt, tongues)]),
    ...(regime === null ? [] : legalBlocks(regime, tongues)),
    ...owners.map(({ owner, gross }) =>
      row(label(tongues, 'onBehalfOf', undefined, isolated(owner)), money(gross)),
    ),
  ]
}

function rateBlocks(
  total: VatTotal,
  tongues: Tongues,
  money: (minor: number) => ReturnType<typeof cell>,
): readonly PaperBlock[] {
  const rate = rateOfTotal(total)
  if (rate === null) return []
  const tail = rateText(rate)
  return [
    row(label(tongues, 'net', undefined, tail), money(total.net)),
    row(label(tongues, 'vat', undefined, tail), money(total.vat)),
    row(label(tongues, 'gross', undefined, tail), money(total.gross)),
  ]
}

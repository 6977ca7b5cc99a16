import type { VatTotal } from '../cart/ticket.ts'
import type { ReceiptWords } from '../i18n/receipt/words.ts'
import type { VatClass } from '../tax/vat-class.ts'
import { cell, row } from './blocks.ts'
import type { PaperBlock } from './document.ts'
import { amountText, ltr } from './isolate.ts'
import { label, sentence, type Tongues } from './tongues.ts'

/** `TVA 20 %`, or the word for exempt: exemption is not a rate of zero. */
export function vatName(vatClass: VatClass, words: ReceiptWords): string {
  return vatClass === 'exempt' ? words.exempt : `${words.vat} ${ltr(`${vatClass} %`)}`
}

/**
 * VAT by rate: without VAT, the VAT, and with it, each on its own row; the legal sentence where a part is exempt.
 * @param sign −1 on a refund.
 */
export function vatBlocks(
  totals: readonly VatTotal[],
  tongues: Tongues,
  sign: 1 | -1,
): readonly PaperBlock[] {
  return totals.flatMap((each): readonly PaperBlock[] => {
    const money = (minor: number) => cell(amountText(sign * minor), 'ltr')
    if (each.vatClass === 'exempt')
      return [row(label(tongues, 'exempt'), money(each.gross)), ...sentence(tongues, 'exemption', 'start')]
    const rate = ltr(`${each.vatClass} %`)
    return [
      row(label(tongues, 'net', undefined, rate), money(each.net)),
      row(label(tongues, 'vat', undefined, rate), money(each.vat)),
      row(label(tongues, 'gross', undefined, rate), money(each.gross)),
    ]
  })
}

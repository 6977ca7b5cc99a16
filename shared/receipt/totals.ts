import type { ShopSettings } from '../cart/settings.ts'
import type { Ticket } from '../cart/ticket.ts'
import { cell, row, textBlock } from './blocks.ts'
import type { PaperBlock } from './document.ts'
import { amountText, ltr } from './isolate.ts'
import { label, type Tongues } from './tongues.ts'

/** What a ticket comes to: discounts, the sum, the rounding of cash, and euros for the visitor's eye. */
export function totalBlocks(ticket: Ticket, settings: ShopSettings, tongues: Tongues): readonly PaperBlock[] {
  const refund = ticket.kind === 'refund'
  const sign = refund ? -1 : 1
  const money = (minor: number) => amountText(sign * minor)
  return [
    ...(ticket.discounts === 0 || refund
      ? []
      : [row(label(tongues, 'discounts'), cell(amountText(-ticket.discounts), 'ltr'))]),
    ...grandTotal(money(ticket.gross), refund ? 'totalRefunded' : 'total', tongues),
    ...(ticket.rounding === 0
      ? []
      : [
          row(label(tongues, 'rounding'), cell(money(ticket.rounding), 'ltr')),
          row(
            label(tongues, refund ? 'toRefund' : 'toPay', { bold: true }),
            cell(money(ticket.gross + ticket.rounding), 'ltr', { bold: true }),
          ),
        ]),
    ...euroBlocks(ticket, settings, tongues, sign),
  ]
}

/** The sum twice: large in the visitor's words, and once more in the other language. */
function grandTotal(money: string, key: 'total' | 'totalRefunded', tongues: Tongues): readonly PaperBlock[] {
  const { leadWords, otherWords, direction, otherDirection } = tongues
  const big = { bold: true, size: 2 } as const
  return [
    row(cell(leadWords[key], direction, big), cell(`${money} ${leadWords.currency}`, direction, big)),
    row(cell(otherWords[key], otherDirection), cell(`${money} ${otherWords.currency}`, otherDirection)),
  ]
}

/** The sum in euros at the shop's own rate, for the visitor's eye only: the ticket is in dirhams. */
function euroBlocks(
  ticket: Ticket,
  settings: ShopSettings,
  tongues: Tongues,
  sign: 1 | -1,
): readonly PaperBlock[] {
  const rate = settings.euroRate
  if (rate === null || rate <= 0) return []
  // Half away from zero; gross is never negative here. BigInt: 10¹² centimes × 10⁴ leaves the exact integers.
  const euro = Number((BigInt(ticket.gross) * 20_000n + BigInt(rate)) / (2n * BigInt(rate)))
  const text = `${ltr(`${amountText(sign * euro)} EUR`)} (${tongues.leadWords.indicative})`
  return [textBlock(cell(text, tongues.direction), 'end')]
}

import type { ShopSettings } from '../cart/settings.ts'
import type { Ticket } from '../cart/ticket.ts'
import { cell, row, textBlock } from './blocks.ts'
import { currencyMark } from './currency-mark.ts'
import type { PaperBlock, TextStyle } from './document.ts'
import { amountText, ltr } from './isolate.ts'
import { label, type Tongues } from './tongues.ts'

/** What a ticket comes to: discounts, the sum, the rounding of cash, and euros for the visitor's eye. */
export function totalBlocks(ticket: Ticket, settings: ShopSettings, tongues: Tongues): readonly PaperBlock[] {
  const sign = ticket.kind === 'refund' ? -1 : 1
  return [
    ...(ticket.discounts === 0 || ticket.kind === 'refund'
      ? []
      : [row(label(tongues, 'discounts'), cell(amountText(-ticket.discounts), 'ltr'))]),
    ...grandTotal(ticket, sign, tongues),
    ...toPayBlocks(ticket, sign, tongues, { bold: true }),
    ...euroBlocks(ticket, settings, tongues, sign),
  ]
}

/**
 * What changes the sum on its way to the drawer, and what is paid then; nothing where nothing does.
 * @param whole how what is paid is written
 */
export function toPayBlocks(
  { kind, gross, rounding, duty }: Ticket,
  sign: 1 | -1,
  tongues: Tongues,
  whole?: TextStyle,
): readonly PaperBlock[] {
  const money = (minor: number, style?: TextStyle) => cell(amountText(sign * minor), 'ltr', style)
  const onTop = duty?.borneBy === 'customer' ? duty.amount : 0
  if (rounding === 0 && onTop === 0) return []
  return [
    ...(onTop === 0 ? [] : [row(label(tongues, 'stampDuty'), money(onTop))]),
    ...(rounding === 0 ? [] : [row(label(tongues, 'rounding'), money(rounding))]),
    row(
      label(tongues, kind === 'refund' ? 'toRefund' : 'toPay', whole),
      money(gross + rounding + onTop, whole),
    ),
  ]
}

/** Duty on the cash of a ticket that the shop pays itself: said, because the ticket is the receipt it is on. */
export const dutyNote = ({ duty }: Ticket, tongues: Tongues): readonly PaperBlock[] =>
  duty?.borneBy === 'shop' && duty.amount > 0
    ? [row(label(tongues, 'dutyByShop'), cell(amountText(duty.amount), 'ltr'))]
    : []

/** The sum twice: large in the visitor's words, and once more in the other language. */
function grandTotal(ticket: Ticket, sign: 1 | -1, tongues: Tongues): readonly PaperBlock[] {
  const { leadWords, otherWords, direction, otherDirection } = tongues
  const key = ticket.kind === 'refund' ? 'totalRefunded' : 'total'
  const money = (word: string) => `${amountText(sign * ticket.gross)} ${currencyMark(ticket, word)}`
  const big = { bold: true, size: 2 } as const
  return [
    row(cell(leadWords[key], direction, big), cell(money(leadWords.currency), direction, big)),
    row(cell(otherWords[key], otherDirection), cell(money(otherWords.currency), otherDirection)),
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
  if (rate === null || rate <= 0 || ticket.currency !== 'MAD') return []
  // Half away from zero; gross is never negative here. BigInt: 10¹² centimes × 10⁴ leaves the exact integers.
  const euro = Number((BigInt(ticket.gross) * 20_000n + BigInt(rate)) / (2n * BigInt(rate)))
  const text = `${ltr(`${amountText(sign * euro)} EUR`)} (${tongues.leadWords.indicative})`
  return [textBlock(cell(text, tongues.direction), 'end')]
}

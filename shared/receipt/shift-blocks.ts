import type { VatTotal } from '../cart/ticket.ts'
import type { ShiftWords } from '../i18n/documents/shift-words.ts'
import type { ReceiptWords } from '../i18n/receipt/words.ts'
import { isoLocal } from '../kernel/stamp.ts'
import type { PaperBlock } from './document.ts'
import { amountText, isolated, ltr } from './isolate.ts'
import type { Counted, ShiftFigures } from './shift-figures.ts'
import { vatName } from './vat.ts'

/** How one strip writes: names in its language, figures to the right of them. */
export interface Teller {
  readonly words: ShiftWords
  readonly receiptWords: ReceiptWords
  /** @param figure isolated already */
  line(name: string, figure: string, bold?: boolean): PaperBlock
  head(name: string): PaperBlock
  note(text: string): PaperBlock
}

/** `Sales (12)` … `3 450,00`: how many stands with the name, so that figures of money stand under each other. */
const counted = (teller: Teller, name: string, { count, amount }: Counted): PaperBlock =>
  teller.line(`${name} ${ltr(`(${count})`)}`, amountText(amount))

/** What was sold and what came back, and what it comes to. */
export function tallyBlocks(figures: ShiftFigures, teller: Teller): readonly PaperBlock[] {
  const { words, line, note } = teller
  const { tickets, voids, cancelled } = figures
  return [
    tickets === null ? note(words.noTickets) : line(words.tickets, ltr(`${tickets.first} - ${tickets.last}`)),
    counted(teller, words.sales, figures.sales),
    counted(teller, words.refunds, figures.refunds),
    ...(voids.count === 0 ? [] : [counted(teller, words.voids, voids)]),
    line(words.gross, amountText(figures.gross), true),
    line(words.discounts, amountText(figures.discounts)),
    line(words.cancelled, ltr(String(cancelled))),
  ]
}

/** Every opening of the drawer without a sale, when and why. */
export function openingBlocks({ openings }: ShiftFigures, teller: Teller): readonly PaperBlock[] {
  return [
    teller.line(teller.words.openings, ltr(String(openings.length))),
    ...openings.map(({ at, reason }) =>
      teller.note(`${ltr(isoLocal(at).slice(11, 16))} ${isolated(reason)}`),
    ),
  ]
}

/** VAT by rate: without it, the VAT, and with it. */
export const vatSums = (totals: readonly VatTotal[], teller: Teller): readonly PaperBlock[] =>
  totals.flatMap(({ vatClass, net, vat, gross }): readonly PaperBlock[] => {
    const { receiptWords: words, line } = teller
    if (vatClass === 'exempt') return [line(words.exempt, amountText(gross))]
    const rate = ltr(`${vatClass} %`)
    return [
      line(`${words.net} ${rate}`, amountText(net)),
      line(vatName(vatClass, words), amountText(vat)),
      line(`${words.gross} ${rate}`, amountText(gross)),
    ]
  })

/** Money by the way it came, cards also by scheme, and what nobody knows or has undone yet. */
export function moneyBlocks(figures: ShiftFigures, teller: Teller): readonly PaperBlock[] {
  const { words, receiptWords, line, head } = teller
  const { tenders, cards, rounding, standingTests, unknownAttempts } = figures
  return [
    ...(tenders.length === 0 ? [] : [head(words.payments)]),
    ...tenders.map((each) => counted(teller, receiptWords[each.kind], each)),
    ...(rounding === 0 ? [] : [line(words.rounding, amountText(rounding))]),
    ...(cards.length === 0 ? [] : [head(words.cards)]),
    ...cards.map((each) =>
      counted(teller, each.scheme === '' ? words.unnamedScheme : isolated(each.scheme), each),
    ),
    ...(standingTests.count === 0 ? [] : [counted(teller, words.standingTests, standingTests)]),
    ...(unknownAttempts.count === 0 ? [] : [counted(teller, words.unknownAttempts, unknownAttempts)]),
  ]
}

/** What the drawer should hold and, once it was counted, did. */
export function drawerBlocks({ drawer }: ShiftFigures, teller: Teller): readonly PaperBlock[] {
  const { words, line, head } = teller
  const { count } = drawer
  return [
    head(words.drawer),
    line(words.float, amountText(drawer.float)),
    line(words.drawerCash, amountText(drawer.cash)),
    line(words.in, amountText(drawer.in)),
    line(words.out, amountText(-drawer.out)),
    line(words.expected, amountText(drawer.expected), true),
    ...(count === null
      ? []
      : [
          line(words.counted, amountText(count.counted)),
          line(words.difference, amountText(count.difference), true),
        ]),
  ]
}

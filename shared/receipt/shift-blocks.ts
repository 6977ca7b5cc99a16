import { rateOfTotal } from '../cart/line-vat.ts'
import type { VatTotal } from '../cart/ticket.ts'
import type { Closing } from '../closing/closing.ts'
import type { ClosingFigures } from '../closing/closing-figures.ts'
import type { PaperBlock } from './document.ts'
import { isolated, ltr } from './isolate.ts'
import type { Teller } from './teller.ts'

/** What was sold and what came back, and what it comes to. */
export function tallyBlocks(
  figures: ClosingFigures,
  tickets: Closing['tickets'],
  teller: Teller,
): readonly PaperBlock[] {
  const { words, line, note, counted, money } = teller
  const { voids, cancelled } = figures
  return [
    tickets === null ? note(words.noTickets) : line(words.tickets, ltr(`${tickets.first} - ${tickets.last}`)),
    counted(words.sales, figures.sales),
    counted(words.refunds, figures.refunds),
    ...(voids.count === 0 ? [] : [counted(words.voids, voids)]),
    money(words.gross, figures.gross, true),
    money(words.discounts, figures.discounts),
    counted(words.cancelled, cancelled),
  ]
}

/** VAT by class and rate: without it, the VAT, and with it. What is outside VAT has one figure. */
export const vatSums = (totals: readonly VatTotal[], teller: Teller): readonly PaperBlock[] =>
  totals.flatMap((total): readonly PaperBlock[] => {
    const { receiptWords, words, money } = teller
    const rate = rateOfTotal(total)
    if (rate === null)
      return [money(total.vatClass === 'exempt' ? receiptWords.exempt : words.outsideVat, total.gross)]
    const percent = ltr(`${String(rate / 100).replace('.', ',')} %`)
    return [
      money(`${receiptWords.net} ${percent}`, total.net),
      money(`${receiptWords.vat} ${percent}`, total.vat),
      money(`${receiptWords.gross} ${percent}`, total.gross),
    ]
  })

/** Duty on receipts for cash, by who bears it: of how much, on how many. */
export function dutyBlocks({ duty }: ClosingFigures, teller: Teller): readonly PaperBlock[] {
  const { words, head, counted, money } = teller
  if (duty.length === 0) return []
  return [
    head(words.duty),
    ...duty.flatMap(({ borneBy, receipts, base, amount }) => [
      counted(words.dutyBase, { count: receipts, amount: base }),
      money(borneBy === 'shop' ? words.dutyShop : words.dutyCustomer, amount),
    ]),
  ]
}

/** Money by the way it came, cards also by scheme and by terminal, and what nobody knows or has undone yet. */
export function moneyBlocks(figures: ClosingFigures, teller: Teller): readonly PaperBlock[] {
  const { words, receiptWords, head, counted, money } = teller
  const { tenders, cards, rounding, standingTests, unknownAttempts } = figures
  return [
    ...(tenders.length === 0 ? [] : [head(words.payments)]),
    ...tenders.map((each) => counted(receiptWords[each.kind], each)),
    ...(rounding === 0 ? [] : [money(words.rounding, rounding)]),
    ...(cards.length === 0 ? [] : [head(words.cards)]),
    ...cards.map((each) => counted(each.scheme === '' ? words.unnamedScheme : isolated(each.scheme), each)),
    ...terminalBlocks(figures, teller),
    ...(standingTests.count === 0 ? [] : [counted(words.standingTests, standingTests)]),
    ...(unknownAttempts.count === 0 ? [] : [counted(words.unknownAttempts, unknownAttempts)]),
  ]
}

/** Each terminal's card money as the till has it, and beside it what the other side said of it. */
function terminalBlocks(
  { terminals }: Pick<ClosingFigures, 'terminals'>,
  teller: Teller,
): readonly PaperBlock[] {
  const { words, line, head, counted, money } = teller
  if (terminals.length === 0) return []
  return [
    head(words.terminals),
    ...terminals.flatMap(({ terminal, ours, told, disputed }) => [
      counted(isolated(terminal), ours),
      told === null ? line(`- ${words.told}`, words.notTold) : money(`- ${words.told}`, told),
      ...(disputed === 0 ? [] : [line(`- ${words.disputed}`, ltr(String(disputed)))]),
    ]),
  ]
}

/** What artisans are due of what was sold of theirs. */
export function ownerBlocks({ owners }: ClosingFigures, teller: Teller): readonly PaperBlock[] {
  const { words, head, money } = teller
  if (owners.length === 0) return []
  return [
    head(words.owners),
    ...owners.map(({ owner, role, due }) =>
      money(role === 'agent' ? `${isolated(owner)} (${words.agent})` : isolated(owner), due),
    ),
  ]
}

/** What the drawer should hold and, once it was counted, did. */
export function drawerBlocks(
  { drawer }: ClosingFigures,
  isCounted: boolean,
  teller: Teller,
): readonly PaperBlock[] {
  const { words, head, money } = teller
  return [
    head(words.drawer),
    money(words.float, drawer.float),
    money(words.drawerCash, drawer.cash),
    money(words.in, drawer.in),
    money(words.out, -drawer.out),
    money(words.expected, drawer.expected, true),
    ...(isCounted
      ? [money(words.counted, drawer.counted), money(words.difference, drawer.difference, true)]
      : []),
  ]
}

/** What waits for another day. */
export function waitingBlocks({ parked, waiting }: ClosingFigures, teller: Teller): readonly PaperBlock[] {
  const { words, line } = teller
  return [
    ...(parked === 0 ? [] : [line(words.parked, ltr(String(parked)))]),
    ...(waiting === 0 ? [] : [line(words.waiting, ltr(String(waiting)))]),
  ]
}

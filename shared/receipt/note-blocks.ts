import type { ClosingFigures, ClosingNotes } from '../closing/closing-figures.ts'
import type { PaperKind } from '../kernel/paper-kinds.ts'
import { isoLocal, type Stamp } from '../kernel/stamp.ts'
import { formatAmount } from '../money/format.ts'
import type { PaperBlock } from './document.ts'
import { amountText, isolated, ltr } from './isolate.ts'
import { itemNames } from './item-names.ts'
import type { Teller } from './teller.ts'

const timeText = (at: Stamp): string => ltr(isoLocal(at).slice(11, 16))

/** `Ticket 12`, of `receipt 12`: ids that nobody reads out are left out. */
function paperText(key: string, teller: Teller): string {
  const [kind = '', of = ''] = key.split(' ')
  const name = teller.paperNames[kind as PaperKind] ?? kind
  return /^\d+$/.test(of) ? `${name} ${ltr(of)}` : name
}

/** What somebody allowed, opened, printed again or moved: how often, and one by one where it is known. */
export function eventBlocks(
  figures: ClosingFigures,
  notes: ClosingNotes | null,
  teller: Teller,
): readonly PaperBlock[] {
  const { words, line, counted, money, note } = teller
  return [
    counted(words.overrides, figures.overrides),
    ...(notes?.overrides ?? []).flatMap(({ ticket, name, posted, agreed, reason, manager }) => [
      money(`${ltr(String(ticket))} ${itemNames(name, '', teller.tongues).lead.text}`, agreed - posted),
      note(`${amountText(posted)} > ${amountText(agreed)}`),
      note(`${words.allowedBy} ${isolated(manager)} · ${isolated(reason)}`),
    ]),
    line(words.openings, ltr(String(figures.noSales))),
    ...(notes?.noSales ?? []).map(({ at, by, reason }) =>
      note(`${timeText(at)} ${isolated(reason)} · ${isolated(by)}`),
    ),
    line(words.reprints, ltr(String(figures.reprints))),
    ...(notes?.reprints ?? []).map(({ at, paper }) => note(`${timeText(at)} ${paperText(paper, teller)}`)),
  ]
}

/** Cash that came and went without a sale, by what it was for. */
export function cashMoveBlocks(
  { cashMoves }: ClosingFigures,
  notes: ClosingNotes | null,
  teller: Teller,
): readonly PaperBlock[] {
  const { words, head, counted, note } = teller
  if (cashMoves.length === 0) return []
  return [
    head(words.cashMoves),
    ...cashMoves.flatMap(({ direction, purpose, count, amount }) => [
      counted(`${words[direction]} · ${words[purpose]}`, {
        count,
        amount: direction === 'in' ? amount : (-amount as typeof amount),
      }),
      ...(notes?.cashMoves ?? [])
        .filter((move) => move.direction === direction && move.purpose === purpose)
        .map((move) => note(`${timeText(move.at)} ${isolated(move.reason)} · ${isolated(move.by)}`)),
    ]),
  ]
}

/** The drawer as it was counted, by coin and note. */
export function countBlocks(notes: ClosingNotes | null, teller: Teller): readonly PaperBlock[] {
  const counted = (notes?.count ?? []).filter(({ pieces }) => pieces > 0)
  if (counted.length === 0) return []
  return [
    teller.head(teller.words.count),
    ...counted.map(({ face, pieces }) =>
      teller.money(ltr(`${pieces} × ${formatAmount(face)}`), face * pieces),
    ),
  ]
}

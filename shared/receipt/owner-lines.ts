import type { payoutWords } from '../i18n/documents/payout-words.ts'
import type { DayRange } from '../kernel/day-range.ts'
import type { OwnerLine } from '../owners/account.ts'
import type { AppliedShare } from '../owners/applied-share.ts'
import { cell, row, textBlock } from './blocks.ts'
import type { Cell, PaperBlock } from './document.ts'
import { amountTable, type FormField } from './form-parts.ts'
import { amountText, ltr } from './isolate.ts'
import { itemNames } from './item-names.ts'
import type { Tongues } from './tongues.ts'
import { dayText } from './when.ts'
import type { Wording } from './wording.ts'

export type OwnerWording = Wording<keyof (typeof payoutWords)['fr']>

export const moneyCell = (minor: number): Cell => cell(amountText(minor), 'ltr')

/** The days that a paper is of. */
export const daysField = ({ from, to }: DayRange, words: OwnerWording): FormField => ({
  label: words.label('period'),
  value: cell(`${dayText(from)} - ${dayText(to)}`, 'ltr'),
})

/** In characters of a common roll: a third as `66,6667 %` still fits. */
const shares = [15, 11, 9, 10]

/** Heads of the columns of `ownerLineBlocks`. */
export const ownerLineHeads = (words: OwnerWording): PaperBlock =>
  amountTable(
    [[words.label('ticket'), words.label('sold'), words.label('share'), words.label('due')]],
    shares,
    true,
  )

/** A line: what it was, then where it was sold, for how much, the part and what is due of it. */
export function ownerLineBlocks(
  line: OwnerLine,
  tongues: Tongues,
  words: OwnerWording,
): readonly PaperBlock[] {
  const { lead, other } = itemNames(line.name, line.sku, tongues)
  const named = line.quantity === 1 ? lead.text : `${ltr(`${line.quantity} ×`)} ${lead.text}`
  const from = cell(`${ltr(String(line.ticket))} ${dayText(line.soldOn)}`, 'ltr')
  const figures = [from, moneyCell(line.gross), cell(shareText(line.share), 'ltr'), moneyCell(line.due)]
  return [
    ...(line.gross < 0 ? [textBlock(words.label('returned', { bold: true }), 'start')] : []),
    textBlock({ ...lead, text: named }, 'start'),
    ...(other === null ? [] : [textBlock(other, 'start')]),
    amountTable([figures], shares, false),
  ]
}

const shareText = (share: AppliedShare): string =>
  share.kind === 'part' ? percentText(share.ppm) : amountText(share.amount)

/** `66,5 %`: millionths as percent, no more decimals than there are. */
export function percentText(ppm: number): string {
  const decimals = String(ppm % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '')
  const whole = String(Math.floor(ppm / 10_000))
  return ltr(`${decimals === '' ? whole : `${whole},${decimals}`} %`)
}

/** Of a long list only the end is on paper; how many lines were before it. */
export const earlierBlocks = (earlier: number, words: OwnerWording): readonly PaperBlock[] =>
  earlier === 0 ? [] : [row(words.label('earlier'), cell(ltr(String(earlier)), 'ltr'))]

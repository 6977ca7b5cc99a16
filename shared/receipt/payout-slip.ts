import type { ShopSettings } from '../cart/settings.ts'
import { payoutWords } from '../i18n/documents/payout-words.ts'
import type { ScreenLanguage } from '../kernel/language.ts'
import { localDay, type Stamp } from '../kernel/stamp.ts'
import { add, type Dirham, subtract } from '../money/amount.ts'
import type { OwnerPeriod } from '../owners/account.ts'
import type { OwnerPayment } from '../owners/facts.ts'
import { duplicateBanner, trainingBanner } from './banners.ts'
import { cell, cut, row, rule, space } from './blocks.ts'
import type { PaperBlock, PaperDocument } from './document.ts'
import { fieldTable, roomFor, written } from './form-parts.ts'
import { shopHeader } from './header.ts'
import { amountText, ltr } from './isolate.ts'
import {
  daysField,
  earlierBlocks,
  moneyCell,
  type OwnerWording,
  ownerLineBlocks,
  ownerLineHeads,
} from './owner-lines.ts'
import { paperNumber } from './paper-number.ts'
import { label, shopTongues, type Tongues } from './tongues.ts'
import { dayText } from './when.ts'
import { wording } from './wording.ts'

export interface PayoutSlipInput {
  /** Sequence number of the journal entry it is of. */
  readonly number: number
  readonly at: Stamp
  readonly artisan: string
  readonly what: 'advance' | 'payout'
  /** The days whose sales it lists, as they stood before it; `null`: it lists none. */
  readonly period: OwnerPeriod | null
  /** Due before it was given. */
  readonly before: Dirham
  /** Given with this slip, how, and what the bank calls it. */
  readonly paid: Dirham
  readonly by: OwnerPayment
  readonly reference: string
  readonly settings: ShopSettings
  /** The artisan's. */
  readonly language: ScreenLanguage
  /** 0 = the original; n ≥ 1 = DUPLICATA n. */
  readonly copy: number
  readonly training?: boolean
}

const strong = { bold: true } as const

/** What an artisan is due of the pieces that were sold, what was given, what is left; with room for a thumb. Pure. */
export function payoutSlipDocument(input: PayoutSlipInput): PaperDocument {
  const { settings, language, copy, training, period } = input
  const tongues = shopTongues(language, settings)
  const words = wording(tongues, payoutWords[language], payoutWords[tongues.other])
  return {
    language: tongues.lead,
    blocks: [
      ...trainingBanner(training, tongues),
      ...shopHeader(settings.shop, tongues),
      space(),
      ...words.sentence(input.what === 'advance' ? 'advanceTitle' : 'title', 'center', strong),
      ...duplicateBanner(copy, tongues),
      ...headBlocks(input, words),
      rule('double'),
      ...(period === null ? [] : periodBlocks(period, input.before, tongues, words)),
      ...paidBlocks(input, tongues, words),
      rule(),
      ...roomFor(words.label('received'), 6),
      ...roomFor(words.label('shop')),
      ...trainingBanner(training, tongues),
      cut,
    ],
  }
}

function headBlocks(
  { number, at, artisan, period }: PayoutSlipInput,
  words: OwnerWording,
): readonly PaperBlock[] {
  const day = localDay(at)
  const slip = paperNumber('payoutSlip', number, day)
  return [
    row(words.label('number', strong), cell(ltr(slip), 'ltr', strong)),
    row(words.label('date'), cell(dayText(day), 'ltr')),
    fieldTable([
      written(words.label('artisan', strong), artisan),
      ...(period === null ? [] : [daysField(period.range, words)]),
    ]),
  ]
}

/** From what was left before the days of the slip to what is due now; each step that moves nothing is left out. */
function periodBlocks(
  { moves, earlier, sums }: OwnerPeriod,
  before: Dirham,
  tongues: Tongues,
  words: OwnerWording,
): readonly PaperBlock[] {
  const lines = moves.flatMap((move) => (move.kind === 'line' ? [move.line] : []))
  const given = add(sums.advances, sums.payouts)
  const otherDays = subtract(before, sums.left)
  return [
    ...earlierBlocks(earlier, words),
    ...(lines.length === 0
      ? words.sentence('nothingSold', 'center')
      : [ownerLineHeads(words), ...lines.flatMap((line) => ownerLineBlocks(line, tongues, words))]),
    rule('double'),
    row(words.label('totalSold'), moneyCell(sums.gross)),
    row(words.label('totalDue'), moneyCell(sums.due)),
    ...(sums.carried === 0 ? [] : [row(words.label('carried'), moneyCell(sums.carried))]),
    ...(given === 0 ? [] : [row(words.label('given'), moneyCell(-given))]),
    ...(otherDays === 0 ? [] : [row(words.label('otherDays'), moneyCell(otherDays))]),
  ]
}

function paidBlocks(
  { before, paid, by, reference }: PayoutSlipInput,
  tongues: Tongues,
  words: OwnerWording,
): readonly PaperBlock[] {
  return [
    row(words.label(before < 0 ? 'owedToShop' : 'dueNow', strong), moneyCell(Math.abs(before))),
    row(words.label('paid', strong), cell(amountText(-paid), 'ltr', strong)),
    row(words.label('paidBy'), label(tongues, by)),
    ...(reference === '' ? [] : [row(words.label('reference'), cell(ltr(reference), 'ltr'))]),
    ...leftBlocks(subtract(before, paid), words),
  ]
}

/** What is left, without a sign: the words beside it say who owes it. */
export const leftBlocks = (left: Dirham, words: OwnerWording): readonly PaperBlock[] => [
  row(
    words.label(left < 0 ? 'owedToShop' : 'remaining', strong),
    cell(amountText(Math.abs(left)), 'ltr', { bold: true, size: 2 }),
  ),
]

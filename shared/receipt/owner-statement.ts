import type { ShopSettings } from '../cart/settings.ts'
import { payoutWords } from '../i18n/documents/payout-words.ts'
import type { ScreenLanguage } from '../kernel/language.ts'
import { localDay, type Stamp } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'
import type { AccountSums, OwnerGift, OwnerPeriod } from '../owners/account.ts'
import type { Owner } from '../owners/owner.ts'
import type { ShareRule } from '../owners/share-rule.ts'
import { duplicateBanner, trainingBanner } from './banners.ts'
import { cell, cut, row, rule, space } from './blocks.ts'
import type { Cell, PaperBlock, PaperDocument } from './document.ts'
import { fieldTable, roomFor, written } from './form-parts.ts'
import { shopHeader } from './header.ts'
import { amountText } from './isolate.ts'
import {
  daysField,
  earlierBlocks,
  moneyCell,
  type OwnerWording,
  ownerLineBlocks,
  ownerLineHeads,
  percentText,
} from './owner-lines.ts'
import { leftBlocks } from './payout-slip.ts'
import { label, shopTongues, type Tongues } from './tongues.ts'
import { dayText } from './when.ts'
import { wording } from './wording.ts'

export interface OwnerStatementInput {
  /** When it was asked for. */
  readonly at: Stamp
  readonly artisan: string
  /** `null`: nothing was agreed but what each piece says. */
  readonly contract: Pick<Owner, 'role' | 'share' | 'registration'> | null
  readonly period: OwnerPeriod
  readonly settings: ShopSettings
  /** The artisan's. */
  readonly language: ScreenLanguage
  readonly copy: number
  readonly training?: boolean
}

const strong = { bold: true } as const

/** An artisan's account over some days: what was agreed, what sold, what came back, what was given, what is left. Pure. */
export function ownerStatementDocument(input: OwnerStatementInput): PaperDocument {
  const { settings, language, copy, training } = input
  const tongues = shopTongues(language, settings)
  const words = wording(tongues, payoutWords[language], payoutWords[tongues.other])
  return {
    language: tongues.lead,
    blocks: [
      ...trainingBanner(training, tongues),
      ...shopHeader(settings.shop, tongues),
      space(),
      ...words.sentence('statementTitle', 'center', strong),
      ...duplicateBanner(copy, tongues),
      ...headBlocks(input, words),
      rule(),
      ...agreedBlocks(input.contract, words),
      rule('double'),
      row(words.label('carried', strong), moneyCell(input.period.sums.carried)),
      ...moveBlocks(input.period, tongues, words),
      rule('double'),
      ...sumBlocks(input.period.sums, words),
      rule(),
      ...roomFor(words.label('received'), 6),
      ...roomFor(words.label('shop')),
      ...trainingBanner(training, tongues),
      cut,
    ],
  }
}

function headBlocks(
  { at, artisan, contract, period }: OwnerStatementInput,
  words: OwnerWording,
): readonly PaperBlock[] {
  const registration = contract?.registration ?? ''
  return [
    row(words.label('date'), cell(dayText(localDay(at)), 'ltr')),
    fieldTable([
      written(words.label('artisan', strong), artisan),
      ...(registration === '' ? [] : [written(words.label('registration'), registration)]),
      daysField(period.range, words),
    ]),
  ]
}

function agreedBlocks(contract: OwnerStatementInput['contract'], words: OwnerWording): readonly PaperBlock[] {
  const role = contract === null ? [] : words.sentence(contract.role, 'start')
  return [...role, ...ruleRows(contract?.share ?? null, words)]
}

function ruleRows(share: ShareRule | null, words: OwnerWording): readonly PaperBlock[] {
  switch (share?.kind) {
    case undefined:
      return [row(words.label('agreed', strong), words.label('asEachPiece'))]
    case 'percentage':
      return [row(words.label('ofThePrice'), cell(percentText(share.ppm), 'ltr', strong))]
    case 'fixed':
      return [row(words.label('eachPiece'), cell(amountText(share.perUnit), 'ltr', strong))]
    case 'tiered':
      return share.tiers.map(({ upTo, ppm }) =>
        row(tierLabel(upTo, words), cell(percentText(ppm), 'ltr', strong)),
      )
  }
}

const tierLabel = (upTo: Dirham | null, words: OwnerWording): Cell =>
  upTo === null ? words.label('above') : words.label('upTo', undefined, amountText(upTo))

function moveBlocks(
  { moves, earlier }: OwnerPeriod,
  tongues: Tongues,
  words: OwnerWording,
): readonly PaperBlock[] {
  const sold = moves.some(({ kind }) => kind === 'line')
  return [
    ...earlierBlocks(earlier, words),
    ...(sold ? [ownerLineHeads(words)] : words.sentence('nothingSold', 'center')),
    ...moves.flatMap((move) =>
      move.kind === 'line'
        ? ownerLineBlocks(move.line, tongues, words)
        : giftBlocks(move.gift, tongues, words),
    ),
  ]
}

const giftBlocks = (
  { what, by, paidOn, amount }: OwnerGift,
  tongues: Tongues,
  words: OwnerWording,
): readonly PaperBlock[] => [
  row(words.label(what, strong), cell(dayText(paidOn), 'ltr')),
  row(label(tongues, by), cell(amountText(-amount), 'ltr', strong)),
]

const sumBlocks = (
  { carried, gross, due, advances, payouts, left }: AccountSums,
  words: OwnerWording,
): readonly PaperBlock[] => [
  row(words.label('carried'), moneyCell(carried)),
  row(words.label('totalSold'), moneyCell(gross)),
  row(words.label('totalDue'), moneyCell(due)),
  ...(advances === 0 ? [] : [row(words.label('advances'), moneyCell(-advances))]),
  ...(payouts === 0 ? [] : [row(words.label('payouts'), moneyCell(-payouts))]),
  ...leftBlocks(left, words),
]

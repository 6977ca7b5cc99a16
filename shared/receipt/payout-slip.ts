import type { ShopSettings } from '../cart/settings.ts'
import type { LocalizedText } from '../catalogue/item.ts'
import { payoutWords } from '../i18n/documents/payout-words.ts'
import type { Sku, TicketNumber } from '../kernel/ids.ts'
import type { ScreenLanguage } from '../kernel/language.ts'
import { type BusinessDay, localDay, type Stamp } from '../kernel/stamp.ts'
import { type Dirham, subtract, sum } from '../money/amount.ts'
import { duplicateBanner, trainingBanner } from './banners.ts'
import { cell, cut, row, rule, space, textBlock } from './blocks.ts'
import type { PaperBlock, PaperDocument } from './document.ts'
import { amountTable, fieldTable, roomFor, written } from './form-parts.ts'
import { shopHeader } from './header.ts'
import { amountText, ltr } from './isolate.ts'
import { itemNames } from './item-names.ts'
import { paperNumber } from './paper-number.ts'
import { shopTongues, type Tongues } from './tongues.ts'
import { dayText } from './when.ts'
import { type Wording, wording } from './wording.ts'

/** One line of a ticket that something is due of; negative: it was given back. */
export interface PayoutLine {
  readonly ticket: TicketNumber
  readonly soldOn: BusinessDay
  readonly sku: Sku
  readonly name: LocalizedText
  readonly quantity: number
  /** What the visitor paid for it, VAT included. */
  readonly gross: Dirham
  /** The artisan's part of the gross, in millionths. [0, 1_000_000] */
  readonly sharePpm: number
  /** As the ticket settled it, rounded there. */
  readonly due: Dirham
}

export interface PayoutSlipInput {
  /** Sequence number of the journal entry it is of. */
  readonly number: number
  readonly at: Stamp
  readonly artisan: string
  /** Days of the sales, both included. */
  readonly period: { readonly from: BusinessDay; readonly to: BusinessDay }
  readonly lines: readonly PayoutLine[]
  /** Given before, on account. */
  readonly advances: Dirham
  /** Given with this slip. */
  readonly paid: Dirham
  readonly settings: ShopSettings
  /** The artisan's. */
  readonly language: ScreenLanguage
  /** 0 = the original; n ≥ 1 = DUPLICATA n. */
  readonly copy: number
  readonly training?: boolean
}

type Words = Wording<keyof (typeof payoutWords)['fr']>

const strong = { bold: true } as const
const money = (minor: number) => cell(amountText(minor), 'ltr')

/** What an artisan is due of the pieces that were sold, what was given, what is left; with room for a thumb. Pure. */
export function payoutSlipDocument(input: PayoutSlipInput): PaperDocument {
  const { settings, language, copy, training, lines } = input
  const tongues = shopTongues(language, settings)
  const words = wording(tongues, payoutWords[language], payoutWords[tongues.other])
  return {
    language: tongues.lead,
    blocks: [
      ...trainingBanner(training, tongues),
      ...shopHeader(settings.shop, tongues),
      space(),
      ...words.sentence('title', 'center', strong),
      ...duplicateBanner(copy, tongues),
      ...headBlocks(input, words),
      rule('double'),
      ...(lines.length === 0 ? words.sentence('nothingSold', 'center') : lineBlocks(lines, tongues, words)),
      rule('double'),
      ...accountBlocks(input, words),
      rule(),
      ...roomFor(words.label('received'), 6),
      ...roomFor(words.label('shop')),
      ...trainingBanner(training, tongues),
      cut,
    ],
  }
}

function headBlocks({ number, at, artisan, period }: PayoutSlipInput, words: Words): readonly PaperBlock[] {
  const day = localDay(at)
  const slip = paperNumber('payoutSlip', number, day)
  return [
    row(words.label('number', strong), cell(ltr(slip), 'ltr', strong)),
    row(words.label('date'), cell(dayText(day), 'ltr')),
    fieldTable([
      written(words.label('artisan', strong), artisan),
      {
        label: words.label('period'),
        value: cell(`${dayText(period.from)} - ${dayText(period.to)}`, 'ltr'),
      },
    ]),
  ]
}

/** In characters of a common roll: a third as `66,6667 %` still fits. */
const shares = [15, 11, 9, 10]

function lineBlocks(lines: readonly PayoutLine[], tongues: Tongues, words: Words): readonly PaperBlock[] {
  const heads = [words.label('ticket'), words.label('sold'), words.label('share'), words.label('due')]
  return [
    amountTable([heads], shares, true),
    ...lines.flatMap((line) => {
      const { lead, other } = itemNames(line.name, line.sku, tongues)
      const named = line.quantity === 1 ? lead.text : `${ltr(`${line.quantity} ×`)} ${lead.text}`
      const from = cell(`${ltr(String(line.ticket))} ${dayText(line.soldOn)}`, 'ltr')
      return [
        textBlock({ ...lead, text: named }, 'start'),
        ...(other === null ? [] : [textBlock(other, 'start')]),
        amountTable(
          [[from, money(line.gross), cell(percentText(line.sharePpm), 'ltr'), money(line.due)]],
          shares,
          false,
        ),
      ]
    }),
  ]
}

/** `66,5 %`: millionths as percent, no more decimals than there are. */
export function percentText(ppm: number): string {
  const decimals = String(ppm % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '')
  const whole = String(Math.floor(ppm / 10_000))
  return ltr(`${decimals === '' ? whole : `${whole},${decimals}`} %`)
}

function accountBlocks({ lines, advances, paid }: PayoutSlipInput, words: Words): readonly PaperBlock[] {
  const due = sum(lines.map((line) => line.due))
  const remaining = subtract(subtract(due, advances), paid)
  const big = { bold: true, size: 2 } as const
  return [
    row(words.label('totalSold'), money(sum(lines.map((line) => line.gross)))),
    row(words.label('totalDue', strong), money(due)),
    ...(advances === 0 ? [] : [row(words.label('advances'), money(-advances))]),
    row(words.label('paid'), money(-paid)),
    row(
      words.label(remaining < 0 ? 'owedToShop' : 'remaining', strong),
      cell(amountText(Math.abs(remaining)), 'ltr', big),
    ),
  ]
}

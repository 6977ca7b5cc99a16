import type { ShopSettings } from '../cart/settings.ts'
import type { Closing, ClosingSignature } from '../closing/closing.ts'
import type { ScreenLanguage } from '../kernel/language.ts'
import type { Stamp } from '../kernel/stamp.ts'
import { duplicateBanner, trainingBanner } from './banners.ts'
import { cell, cut, rule, space, textBlock } from './blocks.ts'
import { tillCode } from './code.ts'
import type { PaperBlock, PaperDocument } from './document.ts'
import { shopHeader } from './header.ts'
import { isolated, ltr } from './isolate.ts'
import { cashMoveBlocks, eventBlocks } from './note-blocks.ts'
import { perpetualBlocks, sealBlocks } from './seal-blocks.ts'
import { drawerBlocks, dutyBlocks, moneyBlocks, ownerBlocks, tallyBlocks, vatSums } from './shift-blocks.ts'
import { ruled, type Teller, tellerOf } from './teller.ts'
import { dayText, whenText } from './when.ts'

export interface PeriodReportInput {
  /** Of a month or a year. */
  readonly closing: Closing
  readonly signed: ClosingSignature | null
  readonly language: ScreenLanguage
  readonly settings: ShopSettings
  readonly printedAt: Stamp
  /** 0 = the original; n ≥ 1 = DUPLICATA n. */
  readonly copy: number
  readonly training?: boolean
}

/** The closing of a month or a year, in its own figures. */
export function periodReportDocument(input: PeriodReportInput): PaperDocument {
  const { closing, signed, language, settings, training } = input
  const { figures } = closing
  const teller = tellerOf(language)
  const { tongues, words, note } = teller
  const sealed = { ...closing, hash: closing.head }
  return {
    language,
    blocks: [
      ...trainingBanner(training, tongues),
      ...shopHeader(settings.shop, tongues),
      space(),
      ...titleBlocks(input, teller),
      ...ruled(
        tallyBlocks(figures, closing.tickets, teller),
        eventBlocks(figures, closing.notes, teller),
        vatSums(figures.vat, teller),
        dutyBlocks(figures, teller),
        moneyBlocks(figures, teller),
        ownerBlocks(figures, teller),
        cashMoveBlocks(figures, closing.notes, teller),
        drawerBlocks(figures, true, teller),
      ),
      rule('double'),
      ...perpetualBlocks(sealed, teller),
      ...sealBlocks(sealed, signed, teller),
      space(),
      note(words.signature),
      space(3),
      rule(),
      ...trainingBanner(training, tongues),
      cut,
    ],
  }
}

function titleBlocks({ closing, printedAt, copy }: PeriodReportInput, teller: Teller): readonly PaperBlock[] {
  const { words, line, tongues } = teller
  const { period, number, of, days, till, closedAt, by, entries } = closing
  const title = `${period === 'year' ? words.year : words.month} ${ltr(monthText(of))}`
  return [
    ...duplicateBanner(copy, tongues),
    textBlock(cell(title, tongues.direction, { bold: true, size: 2 }), 'center'),
    line(words.number, ltr(String(number))),
    line(words.days, ltr(`${dayText(days.first)} - ${dayText(days.last)}`)),
    line(words.till, ltr(tillCode(till))),
    line(words.entries, ltr(`${entries.first} - ${entries.last}`)),
    line(words.closed, whenText(closedAt)),
    line(words.by, isolated(by)),
    line(words.printed, whenText(printedAt)),
  ]
}

/** `11/2026` of `2026-11`. */
const monthText = (of: string): string => of.split('-').reverse().join('/')

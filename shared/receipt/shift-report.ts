import type { ShopSettings } from '../cart/settings.ts'
import type { ScreenLanguage } from '../kernel/language.ts'
import type { Stamp } from '../kernel/stamp.ts'
import { duplicateBanner, trainingBanner } from './banners.ts'
import { cell, cut, rule, space, textBlock } from './blocks.ts'
import { shortCode, tillCode } from './code.ts'
import type { PaperBlock, PaperDocument } from './document.ts'
import { shopHeader } from './header.ts'
import { isolated, ltr } from './isolate.ts'
import { cashMoveBlocks, countBlocks, eventBlocks } from './note-blocks.ts'
import { perpetualBlocks, sealBlocks } from './seal-blocks.ts'
import {
  drawerBlocks,
  dutyBlocks,
  moneyBlocks,
  ownerBlocks,
  tallyBlocks,
  vatSums,
  waitingBlocks,
} from './shift-blocks.ts'
import type { ShiftFigures } from './shift-figures.ts'
import { ruled, type Teller, tellerOf } from './teller.ts'
import { dayText, whenText } from './when.ts'

export interface ShiftReportInput {
  readonly shift: ShiftFigures
  /** The shop's own choice for this strip; it is not for visitors and stands alone. */
  readonly language: ScreenLanguage
  readonly settings: ShopSettings
  readonly till: string
  readonly printedAt: Stamp
  /** 0 = the original; n ≥ 1 = the n-th copy, marked DUPLICATA n. An X is a new reading each time. */
  readonly copy: number
  readonly training?: boolean
}

/** X while the shift is open: a reading, nothing is reset. Z once it is closed: the day's voucher (law 9-88 art. 1). */
export function shiftReportDocument(input: ShiftReportInput): PaperDocument {
  const { shift, language, settings } = input
  const { figures, notes } = shift
  const teller = tellerOf(language)
  const { tongues } = teller
  return {
    language,
    blocks: [
      ...trainingBanner(input.training, tongues),
      ...shopHeader(settings.shop, tongues),
      space(),
      ...titleBlocks(input, teller),
      ...ruled(
        tallyBlocks(figures, shift.tickets, teller),
        eventBlocks(figures, notes, teller),
        vatSums(figures.vat, teller),
        dutyBlocks(figures, teller),
        moneyBlocks(figures, teller),
        ownerBlocks(figures, teller),
        cashMoveBlocks(figures, notes, teller),
        countBlocks(notes, teller),
        drawerBlocks(figures, shift.closedAt !== null, teller),
        waitingBlocks(figures, teller),
      ),
      rule('double'),
      ...perpetualBlocks(shift, teller),
      ...closingBlocks(shift, teller),
      ...trainingBanner(input.training, tongues),
      cut,
    ],
  }
}

function titleBlocks(input: ShiftReportInput, teller: Teller): readonly PaperBlock[] {
  const { shift, till, printedAt, copy } = input
  const { words, line, tongues } = teller
  const isOpen = shift.closedAt === null
  const number = shift.number === null ? '' : ` ${ltr(String(shift.number))}`
  const title = cell(isOpen ? words.x : `${words.z}${number}`, tongues.direction, { bold: true, size: 2 })
  return [
    ...(isOpen ? [] : duplicateBanner(copy, tongues)),
    textBlock(title, 'center'),
    ...(isOpen ? [textBlock(cell(words.open, tongues.direction), 'center')] : []),
    line(words.day, dayText(shift.businessDay)),
    line(words.till, ltr(tillCode(till))),
    line(words.shift, ltr(shift.shiftId.slice(0, 8))),
    line(words.cashier, isolated(shift.cashier)),
    line(words.opened, whenText(shift.openedAt)),
    ...(shift.closedAt === null ? [] : [line(words.closed, whenText(shift.closedAt))]),
    line(words.printed, whenText(printedAt)),
  ]
}

function closingBlocks(shift: ShiftFigures, teller: Teller): readonly PaperBlock[] {
  const { words, tongues, note } = teller
  // An X, and a Z from before closings were kept, have nothing to be sealed.
  const code = textBlock(cell(`${words.code} ${ltr(shortCode(shift.hash))}`, tongues.direction), 'center')
  const seal = shift.number === null ? [code] : sealBlocks(shift, shift.signed, teller)
  if (shift.closedAt === null) return seal
  return [...seal, space(), note(words.signature), space(3), rule()]
}

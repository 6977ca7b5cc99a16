import type { ShopSettings } from '../cart/settings.ts'
import { type ShiftWords, shiftWords } from '../i18n/documents/shift-words.ts'
import type { ScreenLanguage } from '../kernel/language.ts'
import type { Stamp } from '../kernel/stamp.ts'
import { duplicateBanner, trainingBanner } from './banners.ts'
import { cell, cut, row, rule, space, textBlock } from './blocks.ts'
import { shortCode, tillCode } from './code.ts'
import type { Cell, PaperBlock, PaperDocument } from './document.ts'
import { shopHeader } from './header.ts'
import { amountText, isolated, ltr } from './isolate.ts'
import {
  drawerBlocks,
  moneyBlocks,
  openingBlocks,
  type Teller,
  tallyBlocks,
  vatSums,
} from './shift-blocks.ts'
import type { ShiftFigures } from './shift-figures.ts'
import { type Tongues, tonguesOf } from './tongues.ts'
import { dayText, whenText } from './when.ts'

export interface ShiftReportInput {
  readonly figures: ShiftFigures
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
  const { figures, language, settings } = input
  const tongues = tonguesOf(language)
  const teller = tellerOf(tongues, shiftWords[language])
  return {
    language,
    blocks: [
      ...trainingBanner(input.training, tongues),
      ...shopHeader(settings.shop, tongues),
      space(),
      ...titleBlocks(input, tongues, teller),
      ...ruled(
        [...tallyBlocks(figures, teller), ...openingBlocks(figures, teller)],
        vatSums(figures.vat, teller),
        moneyBlocks(figures, teller),
        drawerBlocks(figures, teller),
      ),
      rule('double'),
      teller.line(teller.words.grandTotal, amountText(figures.grandTotal), true),
      ...closingBlocks(input, tongues, teller),
      ...trainingBanner(input.training, tongues),
      cut,
    ],
  }
}

/** Parts under a line each; a part with nothing to say has none. */
const ruled = (...parts: readonly (readonly PaperBlock[])[]): readonly PaperBlock[] =>
  parts.flatMap((part) => (part.length === 0 ? [] : [rule(), ...part]))

/** How this strip writes a line: its words, its direction, its figures on the right. */
const tellerOf = (tongues: Tongues, words: ShiftWords): Teller => ({
  words,
  receiptWords: tongues.leadWords,
  line: (name, figure, bold = false) => {
    const style = { bold }
    return row(cell(name, tongues.direction, style), cell(figure, 'ltr', style))
  },
  head: (name) => textBlock(cell(name, tongues.direction, { bold: true }), leftOf(tongues)),
  note: (text) => textBlock(cell(text, tongues.direction), leftOf(tongues)),
})

/** Names stand left of their figures in every language, and so does what has no figure. */
const leftOf = ({ direction }: Tongues) => (direction === 'ltr' ? 'start' : 'end')

function titleBlocks(input: ShiftReportInput, tongues: Tongues, teller: Teller): readonly PaperBlock[] {
  const { figures, till, printedAt, copy } = input
  const { words, line } = teller
  const isOpen = figures.closedAt === null
  const title = cell(isOpen ? words.x : words.z, tongues.direction, { bold: true, size: 2 })
  return [
    ...(isOpen ? [] : duplicateBanner(copy, tongues)),
    textBlock(title, 'center'),
    ...(isOpen ? [textBlock(cell(words.open, tongues.direction), 'center')] : []),
    line(words.day, dayText(figures.businessDay)),
    line(words.till, ltr(tillCode(till))),
    line(words.shift, ltr(figures.shiftId.slice(0, 8))),
    line(words.cashier, isolated(figures.cashier)),
    line(words.opened, whenText(figures.openedAt)),
    ...(figures.closedAt === null ? [] : [line(words.closed, whenText(figures.closedAt))]),
    line(words.printed, whenText(printedAt)),
  ]
}

function closingBlocks(input: ShiftReportInput, tongues: Tongues, teller: Teller): readonly PaperBlock[] {
  const { words } = teller
  const code: Cell = cell(`${words.code} ${ltr(shortCode(input.figures.hash))}`, tongues.direction)
  if (input.figures.closedAt === null) return [textBlock(code, 'center')]
  return [textBlock(code, 'center'), space(), teller.note(words.signature), space(3), rule()]
}

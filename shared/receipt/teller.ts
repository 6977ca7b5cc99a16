import type { CountedSum } from '../closing/closing-figures.ts'
import { type ClosingWords, closingWords } from '../i18n/documents/closing-words.data.ts'
import { paperNames } from '../i18n/documents/paper-names.data.ts'
import { type ShiftWords, shiftWords } from '../i18n/documents/shift-words.ts'
import type { ReceiptWords } from '../i18n/receipt/words.ts'
import type { ScreenLanguage } from '../kernel/language.ts'
import type { PaperKind } from '../kernel/paper-kinds.ts'
import { cell, row, rule, textBlock } from './blocks.ts'
import type { PaperBlock } from './document.ts'
import { amountText, ltr } from './isolate.ts'
import { type Tongues, tonguesOf } from './tongues.ts'

/** How a strip of the shop writes: names in its one language, figures to the right of them. */
export interface Teller {
  readonly tongues: Tongues
  readonly words: ShiftWords & ClosingWords
  readonly receiptWords: ReceiptWords
  readonly paperNames: Readonly<Record<PaperKind, string>>
  /** @param figure isolated already */
  line(name: string, figure: string, bold?: boolean): PaperBlock
  money(name: string, minor: number, bold?: boolean): PaperBlock
  /** `Sales (12)` … `3 450,00`: how many stands with the name, so that figures of money stand under each other. */
  counted(name: string, sum: CountedSum): PaperBlock
  head(name: string): PaperBlock
  note(text: string): PaperBlock
}

export function tellerOf(language: ScreenLanguage): Teller {
  const tongues = tonguesOf(language)
  const { direction } = tongues
  // Names stand left of their figures in every language, and so does what has no figure.
  const left = direction === 'ltr' ? 'start' : 'end'
  const line: Teller['line'] = (name, figure, bold = false) =>
    row(cell(name, direction, { bold }), cell(figure, 'ltr', { bold }))
  return {
    tongues,
    words: { ...shiftWords[language], ...closingWords[language] },
    receiptWords: tongues.leadWords,
    paperNames: paperNames[language],
    line,
    money: (name, minor, bold) => line(name, amountText(minor), bold),
    counted: (name, { count, amount }) => line(`${name} ${ltr(`(${count})`)}`, amountText(amount)),
    head: (name) => textBlock(cell(name, direction, { bold: true }), left),
    note: (text) => textBlock(cell(text, direction), left),
  }
}

/** Parts under a line each; a part with nothing to say has none. */
export const ruled = (...parts: readonly (readonly PaperBlock[])[]): readonly PaperBlock[] =>
  parts.flatMap((part) => (part.length === 0 ? [] : [rule(), ...part]))

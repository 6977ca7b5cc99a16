import type { ShopSettings } from '../cart/settings.ts'
import { receiptWords } from '../i18n/receipt/receipt-words.ts'
import type { ReceiptWords } from '../i18n/receipt/words.ts'
import type { CompanionLanguage, ReceiptLanguage } from '../kernel/language.ts'
import { cell, textBlock } from './blocks.ts'
import type { Align, Cell, PaperBlock, TextStyle } from './document.ts'
import { isolated } from './isolate.ts'

/** The two languages of one paper: the visitor's leads, the shop's companion stands beside it. Never the same. */
export interface Tongues {
  readonly lead: ReceiptLanguage
  readonly other: CompanionLanguage
  readonly direction: Cell['direction']
  readonly otherDirection: Cell['direction']
  readonly leadWords: ReceiptWords
  readonly otherWords: ReceiptWords
  /** Between two words that say the same. */
  readonly between: string
}

/** Which way a language is read. */
export const directionOf = (language: ReceiptLanguage): Cell['direction'] =>
  language === 'ar' ? 'rtl' : 'ltr'

const latin: ReadonlySet<ReceiptLanguage> = new Set(['fr', 'en', 'es', 'de', 'it'])

/** @param companion the shop's choice; a visitor who reads it already has the other of the two beside. */
export function tonguesOf(visitor: ReceiptLanguage, companion: CompanionLanguage = 'ar'): Tongues {
  const other = visitor !== companion ? companion : companion === 'ar' ? 'fr' : 'ar'
  return {
    lead: visitor,
    other,
    direction: directionOf(visitor),
    otherDirection: directionOf(other),
    leadWords: receiptWords[visitor],
    otherWords: receiptWords[other],
    // Two scripts tell themselves apart; in one script a stroke does.
    between: latin.has(visitor) && latin.has(other) ? ' / ' : '  ',
  }
}

/** The languages of a visitor's paper in this shop. */
export const shopTongues = (visitor: ReceiptLanguage, settings: ShopSettings): Tongues =>
  tonguesOf(visitor, settings.paperCompanion)

/**
 * `Total  المجموع`: one word in both languages, in one cell; once where both write it alike.
 * @param tail follows the leading word, already isolated.
 */
export function label(tongues: Tongues, key: keyof ReceiptWords, style?: TextStyle, tail = ''): Cell {
  const lead = tongues.leadWords[key]
  const other = tongues.otherWords[key]
  const text = tail === '' ? lead : `${lead} ${tail}`
  const both = lead === other ? text : `${text}${tongues.between}${isolated(other)}`
  return cell(both, tongues.direction, style)
}

/** One sentence in both languages, each on its own line and in its own direction: too long for one cell. */
export function sentence(
  tongues: Tongues,
  key: keyof ReceiptWords,
  align: Align,
  style?: TextStyle,
): readonly PaperBlock[] {
  const { leadWords, otherWords, direction, otherDirection } = tongues
  return [
    textBlock(cell(leadWords[key], direction, style), align),
    textBlock(cell(otherWords[key], otherDirection, style), align),
  ]
}

import type { ShopSettings } from '../cart/settings.ts'
import { receiptWords } from '../i18n/receipt/receipt-words.ts'
import type { ReceiptWords } from '../i18n/receipt/words.ts'
import type { CompanionLanguage, ReceiptLanguage } from '../kernel/language.ts'
import type { Align, Cell, PaperBlock, TextStyle } from './document.ts'
import { type SideBySide, wording } from './wording.ts'

/** The two languages of one paper: the visitor's leads, the shop's companion stands beside it. Never the same. */
export interface Tongues extends SideBySide {
  readonly lead: ReceiptLanguage
  readonly other: CompanionLanguage
  readonly leadWords: ReceiptWords
  readonly otherWords: ReceiptWords
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

const receiptWording = (tongues: Tongues) => wording(tongues, tongues.leadWords, tongues.otherWords)

/** A word of the receipts in both languages, in one cell. @param tail follows the leading word, already isolated. */
export const label = (tongues: Tongues, key: keyof ReceiptWords, style?: TextStyle, tail = ''): Cell =>
  receiptWording(tongues).label(key, style, tail)

/** A sentence of the receipts, in each language on its own line. */
export const sentence = (
  tongues: Tongues,
  key: keyof ReceiptWords,
  align: Align,
  style?: TextStyle,
): readonly PaperBlock[] => receiptWording(tongues).sentence(key, align, style)

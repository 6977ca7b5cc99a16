import type { LocalizedText } from '../catalogue/item.ts'
import { receiptWords } from '../i18n/receipt/receipt-words.ts'
import type { ReceiptWords } from '../i18n/receipt/words.ts'
import type { ReceiptLanguage } from '../kernel/language.ts'
import { cell } from './blocks.ts'
import type { Cell, TextStyle } from './document.ts'
import { isolated } from './isolate.ts'

/** The two languages of one paper. Arabic is always one of them; the visitor's leads. */
export interface Tongues {
  readonly lead: ReceiptLanguage
  readonly other: ReceiptLanguage
  /** The one written in Latin letters. */
  readonly latin: Exclude<ReceiptLanguage, 'ar'>
  readonly direction: Cell['direction']
  readonly leadWords: ReceiptWords
  readonly otherWords: ReceiptWords
}

/** @param shop the shop's own language: stands beside Arabic for an Arabic-speaking visitor; French if it is Arabic. */
export function tonguesOf(visitor: ReceiptLanguage, shop: ReceiptLanguage): Tongues {
  const latin = visitor !== 'ar' ? visitor : shop !== 'ar' ? shop : 'fr'
  const other = visitor === 'ar' ? latin : 'ar'
  return {
    lead: visitor,
    other,
    latin,
    direction: visitor === 'ar' ? 'rtl' : 'ltr',
    leadWords: receiptWords[visitor],
    otherWords: receiptWords[other],
  }
}

/**
 * `Total  المجموع`: one word in both languages, in one cell.
 * @param tail follows the leading word, already isolated.
 */
export function label(tongues: Tongues, key: keyof ReceiptWords, style?: TextStyle, tail = ''): Cell {
  const lead = tongues.leadWords[key]
  const other = tongues.otherWords[key]
  const text = tail === '' ? lead : `${lead} ${tail}`
  return cell(lead === other ? text : `${text}  ${isolated(other)}`, tongues.direction, style)
}

/** An item's name in the Latin tongue, as near as the catalogue has it; `null` where it only has Arabic. */
export function latinName(name: LocalizedText, latin: Tongues['latin']): string | null {
  const first = latin === 'fr' ? name.fr : name.en
  return first ?? name.fr ?? name.en ?? null
}

import type { ReceiptLanguage } from '../../kernel/language.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import type { ReceiptWords } from './words.ts'
import { zgh } from './zgh.ts'
import { zh } from './zh.ts'

/** The words of every language a receipt may be in. */
export const receiptWords: Readonly<Record<ReceiptLanguage, ReceiptWords>> = {
  ar,
  fr,
  en,
  es,
  de,
  it,
  zgh,
  zh,
}

import type { ReceiptLanguage } from '../../kernel/language.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import type { CustomerWords } from './words.ts'
import { zgh } from './zgh.ts'
import { zh } from './zh.ts'

/** The words of the visitor's screen, in every language a receipt may be in. */
export const customerWords: Readonly<Record<ReceiptLanguage, CustomerWords>> = {
  ar,
  fr,
  en,
  es,
  de,
  it,
  zgh,
  zh,
}

/** What a screen can be drawn in, and what a catalogue names things in. */
export type ScreenLanguage = 'ar' | 'fr' | 'en'

/** What a visitor's receipt can lead in; `zgh` is Standard Moroccan Tamazight in Tifinagh, `zh` Simplified Chinese. */
export const receiptLanguages = ['ar', 'fr', 'en', 'es', 'de', 'it', 'zgh', 'zh'] as const
export type ReceiptLanguage = (typeof receiptLanguages)[number]

/** What stands beside the visitor's language on paper: Morocco's own two languages of business. */
export type CompanionLanguage = 'ar' | 'fr'

/** Things are named in three languages; a visitor of another reads this one. */
export const nearestLanguage: Readonly<Record<ReceiptLanguage, ScreenLanguage>> = {
  ar: 'ar',
  fr: 'fr',
  en: 'en',
  es: 'en',
  de: 'en',
  it: 'en',
  zgh: 'ar',
  zh: 'en',
}

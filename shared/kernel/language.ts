/** What a screen can be drawn in. */
export type ScreenLanguage = 'ar' | 'fr' | 'en'

/** What a visitor's receipt can lead in; `zgh` is Standard Moroccan Tamazight in Tifinagh, `zh` Simplified Chinese. */
export const receiptLanguages = ['ar', 'fr', 'en', 'es', 'de', 'it', 'zgh', 'zh'] as const
export type ReceiptLanguage = (typeof receiptLanguages)[number]

/** What stands beside the visitor's language on paper: Morocco's own two languages of business. */
export type CompanionLanguage = 'ar' | 'fr'

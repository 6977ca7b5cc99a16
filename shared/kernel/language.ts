/** What a screen can be drawn in. */
export type ScreenLanguage = 'ar' | 'fr' | 'en'
/** What a visitor's receipt can be written in, beside Arabic. */
export type ReceiptLanguage = ScreenLanguage | 'es' | 'de' | 'it'

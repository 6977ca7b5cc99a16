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

/** Speeches that platforms name apart and that read a language we print. */
const spoken: Readonly<Record<string, ReceiptLanguage>> = {
  ary: 'ar',
  arb: 'ar',
  ber: 'zgh',
  rif: 'zgh',
  shi: 'zgh',
  tzm: 'zgh',
  cmn: 'zh',
  yue: 'zh',
}

/**
 * What a visitor of a language reads best of what we print; English where we print nothing near it.
 * @param tag BCP 47, or with `_` as some platforms write it
 * @returns `null`: the tag is empty
 */
export function receiptLanguageOf(tag: string): ReceiptLanguage | null {
  const [primary = ''] = tag.trim().toLowerCase().split(/[-_]/)
  if (primary === '') return null
  return receiptLanguages.find((each) => each === primary) ?? spoken[primary] ?? 'en'
}

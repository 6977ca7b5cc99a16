import type { ScreenLanguage } from '../kernel/language.ts'
import type { LocalizedText } from './item.ts'

const fallbacks = ['fr', 'en', 'ar'] as const

/** The name in this language, or the next best the shop has written. */
export function nameIn(text: LocalizedText, language: ScreenLanguage): string {
  if (text[language] !== undefined) return text[language]
  for (const other of fallbacks) if (text[other] !== undefined) return text[other]
  return ''
}

import type { DeclineReason } from '../../kernel/attempt.ts'
import type { ScreenLanguage } from '../../kernel/language.ts'
import { bareCodeWords, type DeclineCode, declineCodes, declineTables } from './decline-words.data.ts'

const known: ReadonlySet<string> = new Set(declineCodes)
/** A terminal's words keep their own direction inside our sentence (Unicode UAX #9, FSI … PDI). */
const isolated = (text: string): string => `\u2068${text}\u2069`

/**
 * Why a card was not charged, to stand inside a sentence: the till's own reasons (`TILL-…`) in the screen's language,
 * a terminal's as it said it, with its code so that the bank's hotline can be asked.
 */
export function declineWords({ code, text }: DeclineReason, language: ScreenLanguage): string {
  if (code.startsWith('TILL-')) {
    return declineTables[language][known.has(code) ? (code as DeclineCode) : 'TILL-OTHER']
  }
  if (text === '' || text === code) return `${bareCodeWords[language]} ${isolated(code)}`
  return code === '' ? isolated(text) : isolated(`${text} (${code})`)
}

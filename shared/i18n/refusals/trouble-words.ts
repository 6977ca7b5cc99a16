import type { ScreenLanguage } from '../../kernel/language.ts'
import { type TroubleCode, type TroubleWords, troubleCodes, troubleTables } from './trouble-words.data.ts'

export type { TroubleWords } from './trouble-words.data.ts'

const known: ReadonlySet<string> = new Set(troubleCodes)

/** @param code of `DeviceView.trouble` or a printer's fault; one without words of its own gets the general ones. */
export function troubleWords(code: string, language: ScreenLanguage): TroubleWords {
  return troubleTables[language][known.has(code) ? (code as TroubleCode) : 'other']
}

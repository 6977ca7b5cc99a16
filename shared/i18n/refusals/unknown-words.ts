import type { UnknownCause } from '../../kernel/attempt.ts'
import type { ScreenLanguage } from '../../kernel/language.ts'
import { causeWords, lookForWords } from './unknown-words.data.ts'

/** What is said beside a charge whose outcome nobody knows. */
export interface UnknownWords {
  /** What we do not know, and why. */
  readonly what: string
  /** What the till does about it. */
  readonly doing: string
  /** What a person can look for on the terminal. */
  readonly lookFor: string
}

/** @param protocol the terminal's (`naps`, `manual`, …); one we have no words for gets the general ones. */
export function unknownWords(cause: UnknownCause, protocol: string, language: ScreenLanguage): UnknownWords {
  const places = lookForWords[language]
  const lookFor = protocol === 'naps' || protocol === 'manual' ? places[protocol] : places.other
  return { ...causeWords[language][cause], lookFor }
}

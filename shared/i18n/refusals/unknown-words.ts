import type { AttemptPurpose, UnknownCause } from '../../kernel/attempt.ts'
import type { ScreenLanguage } from '../../kernel/language.ts'
import { causeWords, placedProtocols, placeWords, proofWords, waitingWords } from './unknown-words.data.ts'

/** What is said beside a charge whose outcome nobody knows. */
export interface UnknownWords {
  /** What we do not know, and why. */
  readonly what: string
  /** What the till does about it. */
  readonly doing: string
  /** Where on the terminal a person can look. */
  readonly lookFor: string
  /** What means yes there, and what means no. */
  readonly proof: string
}

export interface UnknownCase {
  readonly cause: UnknownCause
  readonly purpose: AttemptPurpose
  /** The terminal's (`naps`, `manual`, …); one we have no words for gets the general ones. */
  readonly protocol: string
  /** Whether this kind of terminal can be asked at all (`TerminalCapabilities.query`). */
  readonly askable: boolean
}

export function unknownWords(the: UnknownCase, language: ScreenLanguage): UnknownWords {
  const { what, doing } = causeWords[language][the.cause]
  const placed = placedProtocols.find((protocol) => protocol === the.protocol)
  return {
    what,
    doing: the.askable ? doing : waitingWords[language],
    lookFor: placeWords[language][placed ?? 'other'],
    proof: proofWords[language][the.purpose],
  }
}

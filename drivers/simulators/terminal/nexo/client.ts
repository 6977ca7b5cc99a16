/** How an answer travels besides being right. */
export interface Manner {
  /** In pieces of a few bytes. */
  readonly fragment: boolean
  /** Messages that come before it in the same write; where one answer a request is all there is, they are left out. */
  readonly before: readonly string[]
  /** Bytes that are no message come first; left out there too. */
  readonly noise: boolean
  readonly twice: boolean
}

export const plainManner: Manner = { fragment: false, before: [], noise: false, twice: false }

/** Whoever sent a request, as long as the line holds; the terminal goes on by itself when it does not. */
export interface Client {
  answer(message: string, manner: Manner): void
  /** The request is taken note of and has no answer. */
  acknowledge(): void
  /** HTTP: a status and nothing else. Elsewhere the line goes. */
  status(code: number): void
  drop(): void
}

/** 7 is no divisor of anything: pieces end inside lengths, names and letters of two bytes. */
export const pieceBytes = 7
/** Longest request taken, bytes. */
export const longestRequest = 1_048_576

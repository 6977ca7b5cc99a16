/**
 * The web as adapters see it: one request, one outcome, injected, so that a test can cut, delay, double and reorder.
 *
 * Guarantees every web gives:
 * - Resolves within `timeoutMs` and a little, and at once when `signal` aborts; never rejects.
 * - Never holds more than `mostBytes` of an answer.
 * - Follows no redirect: a key is shown to the host it was given for and to no other.
 * - `sent` is false only if it is certain that no byte of the request left.
 */
export type Web = (request: WebRequest) => Promise<WebOutcome>

export interface WebRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Absolute, http or https. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** `FormData` for files, whose content type it makes itself. */
  readonly body: Uint8Array | FormData | null
  /** For the whole exchange, the last byte of the answer included. */
  readonly timeoutMs: number
  /** Of the answer's body, as it is after decompression. */
  readonly mostBytes: number
  readonly signal?: AbortSignal | undefined
}

export type WebOutcome = WebAnswer | WebOversize | WebSilence

export interface WebAnswer {
  readonly end: 'answered'
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** Answered with more than was wanted; the rest was not read. */
export interface WebOversize {
  readonly end: 'tooLarge'
  readonly status: number
}

export interface WebSilence {
  readonly end: 'noAnswer'
  /** `noNetwork`: the host was not reached, or is not the one it should be. `silent`: not all came in time. */
  readonly cause: 'noNetwork' | 'silent' | 'lineLost' | 'aborted'
  readonly sent: boolean
  /** For logs; no address and no header, for both may carry a key. */
  readonly text: string
}

/**
 * How long the driver waits, in milliseconds. The protocol sets none; these are what clients in the field use, or
 * our choice.
 */
export interface CaisseApTimings {
  /** Until the connection stands. Default 5000, the till's choice */
  readonly connectMs: number
  /**
   * What comes this soon after connecting was meant for somebody else, and is dropped. Default 50, the till's
   * choice
   */
  readonly strayMs: number
  /** From the request to the answer: card, PIN, acquirer. Default 180000, as the clients in the field */
  readonly answerMs: number
  /** Silence behind an answer that looks whole: there is no mark at its end. Default 150, the till's choice */
  readonly drainMs: number
  /** Silence behind an answer that misses something. Default 5000, the till's choice */
  readonly stallMs: number
}

export const caisseApTimings: CaisseApTimings = {
  connectMs: 5_000,
  strayMs: 50,
  answerMs: 180_000,
  drainMs: 150,
  stallMs: 5_000,
}

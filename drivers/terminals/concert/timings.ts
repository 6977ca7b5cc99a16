/** How long the driver waits, in milliseconds; the protocol's own times unless said otherwise. */
export interface ConcertTimings {
  /** Until the line is open. Default 5000, the till's choice */
  readonly connectMs: number
  /** What comes this soon after opening was meant for somebody else, and is dropped. Default 50, the till's choice */
  readonly strayMs: number
  /** For one control byte, and for a frame once it may come. Default 3000 */
  readonly controlMs: number
  /** After an EOT that gives up, before the next ENQ. Default 1000 */
  readonly restartMs: number
  /** How often the terminal is called with ENQ before it counts as absent. ≥ 1, default 4 */
  readonly calls: number
  /** How often a request is offered to a terminal that refuses it with NAK. ≥ 1, default 3 */
  readonly offers: number
  /** From the request to the answer: card, PIN, acquirer. Default 120000 */
  readonly answerMs: number
  /** For the EOT behind an answer, which changes nothing any more. Default 1000, the till's choice */
  readonly farewellMs: number
  /** How long a line that went away may take to come back. Default 15000, the till's choice */
  readonly reopenMs: number
  /** Between two attempts to open it again. Default 250, the till's choice */
  readonly reopenPauseMs: number
}

export const concertTimings: ConcertTimings = {
  connectMs: 5_000,
  strayMs: 50,
  controlMs: 3_000,
  restartMs: 1_000,
  calls: 4,
  offers: 3,
  answerMs: 120_000,
  farewellMs: 1_000,
  reopenMs: 15_000,
  reopenPauseMs: 250,
}

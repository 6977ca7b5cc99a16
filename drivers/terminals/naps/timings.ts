/** Every wait of the NAPS driver, in milliseconds. */
export interface NapsTimings {
  /** Opening the wire. [1000, 30000], default 10000 (guide: 5–30 s) */
  readonly connectMs: number
  /** 001 → 101: the visitor finds the card and types the code. [30000, 300000], default 120000 (guide) */
  readonly paymentMs: number
  /**
   * 002 → 102. [5000, 40000], default 30000 (guide: 30–40 s); less than `windowMs`, so that a lost confirmation can
   * still be sent again.
   */
  readonly confirmMs: number
  /**
   * How long after 101 the terminal waits for 002 before it reverses by itself. Default 40000 (guide); never
   * shorten.
   */
  readonly windowMs: number
  /** Added to `windowMs` when waiting for the reversal to have happened. [0, 10000], default 3000 */
  readonly windowMarginMs: number
  /** Any other question. [5000, 60000], default 30000 (guide) */
  readonly messageMs: number
  /** End of day and referencing talk to the acquirer. [60000, 180000], default 180000 (guide) */
  readonly longMs: number
  /** After the cashier cancels: an approval may be in flight. Default 3000 (guide) */
  readonly cancelListenMs: number
  /** 012 → 112. [1000, 30000], default 10000 */
  readonly resetMs: number
  /** Silence that ends a message without a terminator. [120, 1000], default 200 (guide) */
  readonly silenceMs: number
  /** Silence after which a message that lacks only its receipt is taken without it. [1000, 10000], default 5000 */
  readonly stallMs: number
  /** Pauses before each try to come back after the line was lost. Default 500, 1000, 2000 (guide) */
  readonly reconnectMs: readonly number[]
}

export const napsTimings: NapsTimings = {
  connectMs: 10_000,
  paymentMs: 120_000,
  confirmMs: 30_000,
  windowMs: 40_000,
  windowMarginMs: 3_000,
  messageMs: 30_000,
  longMs: 180_000,
  cancelListenMs: 3_000,
  resetMs: 10_000,
  silenceMs: 200,
  stallMs: 5_000,
  reconnectMs: [500, 1_000, 2_000],
}

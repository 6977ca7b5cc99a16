/** Every wait of the nexo driver, in milliseconds. */
export interface NexoTimings {
  /** Opening the wire, and TLS on it. [1000, 30000], default 10000 */
  readonly connectMs: number
  /** Request → response of a payment, refund or reversal. [60000, 300000], default 120000 (Adyen, local integration) */
  readonly paymentMs: number
  /** After the cashier cancels: how long the terminal's answer to the payment is still waited for. Default 30000 */
  readonly cancelMs: number
  /** Any other question. [5000, 60000], default 30000 */
  readonly messageMs: number
  /** Reconciliation talks to the acquirer. [60000, 180000], default 180000 */
  readonly longMs: number
  /** Between two questions about the state of one transaction. [500, 10000], default 2000 */
  readonly pollMs: number
  /**
   * How long after its last byte was written a request may still reach the terminal: the system goes on delivering what
   * a closed connection was given. Default 120000: Linux gives an orphaned connection up after about 100 s (tcp(7),
   * tcp_orphan_retries), others earlier; never shorten.
   */
  readonly deliveryMs: number
  /**
   * How long the terminal surely remembers a transaction. Default 86400000, half of the 48 h in which Adyen wants a
   * ServiceID to be unique.
   */
  readonly memoryMs: number
  /** Pauses before each try to reach a terminal again that is to be asked. Default 500, 1000, 2000 */
  readonly reconnectMs: readonly number[]
}

export const nexoTimings: NexoTimings = {
  connectMs: 10_000,
  paymentMs: 120_000,
  cancelMs: 30_000,
  messageMs: 30_000,
  longMs: 180_000,
  pollMs: 2_000,
  deliveryMs: 120_000,
  memoryMs: 86_400_000,
  reconnectMs: [500, 1_000, 2_000],
}

/** How fast the simulated terminal and the people at it are, in milliseconds. */
export interface NexoSimulatorTimings {
  /** Until the visitor presents a card. Default 1500 */
  readonly cardMs: number
  /** Until the acquirer answers. Default 1000 */
  readonly authoriseMs: number
  /** Added by the fault `slow`. Default 15000 */
  readonly slowMs: number
  /** Without a card a payment is over after this. Default 120000 (Adyen) */
  readonly paymentMs: number
  /** Added by the fault `inProgressLong` before a decided transaction is admitted to be. Default 10000 */
  readonly tardyMs: number
  /** How long the network stays away after the fault `vanish`. Default 3000 */
  readonly awayMs: number
  /** Every other answer. Default 20 */
  readonly answerMs: number
}

export const nexoSimulatorTimings: NexoSimulatorTimings = {
  cardMs: 1_500,
  authoriseMs: 1_000,
  slowMs: 15_000,
  paymentMs: 120_000,
  tardyMs: 10_000,
  awayMs: 3_000,
  answerMs: 20,
}

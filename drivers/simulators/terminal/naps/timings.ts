/** How fast the simulated terminal and the people at it are, in milliseconds. */
export interface NapsSimulatorTimings {
  /** Until the visitor presents a card. Default 1500 */
  readonly cardMs: number
  /** Until the acquirer answers. Default 1000 */
  readonly authoriseMs: number
  /** Added by the fault `slow`. Default 15000 */
  readonly slowMs: number
  /** Without 002 an approval is reversed after this. Default 40000 (guide) */
  readonly windowMs: number
  /** Every other answer. Default 20 */
  readonly answerMs: number
  /** Silence that ends a whole request. Default 40 */
  readonly silenceMs: number
  /** Silence that ends a request with something missing. Default 1500 */
  readonly brokenMs: number
}

export const napsSimulatorTimings: NapsSimulatorTimings = {
  cardMs: 1_500,
  authoriseMs: 1_000,
  slowMs: 15_000,
  windowMs: 40_000,
  answerMs: 20,
  silenceMs: 40,
  brokenMs: 1_500,
}

/** How fast the simulated terminal and the people at it are, in milliseconds. */
export interface CaisseApSimulatorTimings {
  /** Until the visitor presents a card. Default 1500 */
  readonly cardMs: number
  /** Until the acquirer answers. Default 1000 */
  readonly authoriseMs: number
  /** Added by the fault `slow`. Default 15000 */
  readonly slowMs: number
  /** Before it answers what needs no card. Default 20 */
  readonly answerMs: number
  /** Silence that ends a whole request: nothing else does. Default 40 */
  readonly silenceMs: number
  /** Silence that ends a request cut in the middle of a field. Default 1500 */
  readonly brokenMs: number
  /** Between the two halves of an answer with the fault `truncatedAnswer`. Default 1000 */
  readonly gapMs: number
}

export const caisseApSimulatorTimings: CaisseApSimulatorTimings = {
  cardMs: 1_500,
  authoriseMs: 1_000,
  slowMs: 15_000,
  answerMs: 20,
  silenceMs: 40,
  brokenMs: 1_500,
  gapMs: 1_000,
}

/** How fast the simulated terminal and the people at it are, in milliseconds. */
export interface ConcertSimulatorTimings {
  /** Until the visitor presents a card. Default 1500 */
  readonly cardMs: number
  /** Until the acquirer answers. Default 1000 */
  readonly authoriseMs: number
  /** Added by the fault `slow`. Default 15000 */
  readonly slowMs: number
  /** Before it answers what needs no card. Default 20 */
  readonly answerMs: number
  /** How long it waits for a control byte, or for the rest of a frame. Default 3000 (protocol E+) */
  readonly controlMs: number
  /** After an EOT that gives up, before it calls again. Default 1000 (protocol E+) */
  readonly restartMs: number
  /** How often it calls with an answer that nobody takes. Default 4 */
  readonly calls: number
  /** How many ENQs the fault `busy` refuses: as often as a till calls before it gives up. Default 4 */
  readonly busyCalls: number
}

export const concertSimulatorTimings: ConcertSimulatorTimings = {
  cardMs: 1_500,
  authoriseMs: 1_000,
  slowMs: 15_000,
  answerMs: 20,
  controlMs: 3_000,
  restartMs: 1_000,
  calls: 4,
  busyCalls: 4,
}

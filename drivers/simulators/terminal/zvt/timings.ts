/** How fast the simulated terminal and the people at it are, in milliseconds. */
export interface ZvtSimulatorTimings {
  /** Until the visitor presents a card. Default 1500 */
  readonly cardMs: number
  /** How long a card is waited for. Default 60000 */
  readonly noCardMs: number
  /** Until the acquirer answers. Default 1000 */
  readonly authoriseMs: number
  /** Added by the fault `slow`. Default 15000 */
  readonly slowMs: number
  /** Between a reply and what follows it. Default 20 */
  readonly answerMs: number
  /** T3: until the till has acknowledged what it was told. Default 5000 */
  readonly replyMs: number
  /** T2: until a serial block is answered. Default 5000 */
  readonly blockMs: number
  /** T1: between two bytes of a serial block. Default 200 */
  readonly byteMs: number
  /** Until a status is told again that the till asked to have again with 84 9C. Default 2000 */
  readonly repeatMs: number
}

export const zvtSimulatorTimings: ZvtSimulatorTimings = {
  cardMs: 1_500,
  noCardMs: 60_000,
  authoriseMs: 1_000,
  slowMs: 15_000,
  answerMs: 20,
  replyMs: 5_000,
  blockMs: 5_000,
  byteMs: 200,
  repeatMs: 2_000,
}

/** How fast the host is, in milliseconds. */
export interface AcquirerSimulatorTimings {
  /** Until an answer leaves. 0: at once, without a clock. Default 20 */
  readonly answerMs: number
  /** Of the fault `lateAnswer`. Default 60000 */
  readonly lateMs: number
  /** Between two bytes of the fault `slow`. Default 20 */
  readonly slowMs: number
}

export const acquirerSimulatorTimings: AcquirerSimulatorTimings = { answerMs: 20, lateMs: 60_000, slowMs: 20 }

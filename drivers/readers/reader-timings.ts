/** Every wait of a reader's driver, in milliseconds. */
export interface ReaderTimings {
  /** Patience with opening its line. [500, 30000], default 3000 */
  readonly connectMs: number
  /** Pauses before each try to come back after the line was lost; the last one goes on for ever. */
  readonly backOffMs: readonly number[]
  /** Silence on a serial line after which what is half-way will not be finished. [20, 2000], default 250 */
  readonly silenceMs: number
  /** Patience with the answer to a command. [200, 10000], default 2000 */
  readonly answerMs: number
}

export const readerTimings: ReaderTimings = {
  connectMs: 3_000,
  backOffMs: [250, 500, 1_000, 2_000, 5_000],
  silenceMs: 250,
  answerMs: 2_000,
}

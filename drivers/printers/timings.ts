/** How long the driver waits, ms, and how fast the paper moves. Tests shorten them; shops rarely need to. */
export interface PrinterTimings {
  /** For the wire to open. */
  readonly openMs: number
  /** Listening before the first question, so that what a serial line still held is not taken for its answer. */
  readonly settleMs: number
  /** For each answer about its state: real time, so a healthy printer takes milliseconds. */
  readonly statusMs: number
  /** For a printer to come back from an error that it was told to recover from. */
  readonly recoverMs: number
  /** Without one chunk leaving, before a job counts as stalled. */
  readonly progressMs: number
  /**
   * The same on a serial line, beside the time of the bytes themselves. A printer with power holds the line while it makes
   * room in its buffer; one that lost it needs longer to come back, and then would take the rest of the job for all of it.
   */
  readonly standstillMs: number
  /** For the proof that it printed, from the last byte: the whole paper has to come out first. */
  readonly printedMs: number
  /** Between two questions while we wait for the paper. */
  readonly pollMs: number
  /** For estimating when a printer without such a proof has finished. 150 mm/s at 8 dots/mm. */
  readonly dotsPerSecond: number
}

export const printerTimings: PrinterTimings = {
  openMs: 5_000,
  settleMs: 20,
  statusMs: 1_000,
  recoverMs: 500,
  progressMs: 10_000,
  standstillMs: 3_000,
  printedMs: 30_000,
  pollMs: 500,
  dotsPerSecond: 1_200,
}

/** Bytes in one write: small enough that XON/XOFF can stop between two of them. */
export const chunkBytes = 512

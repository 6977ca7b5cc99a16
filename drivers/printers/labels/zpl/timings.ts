import { printerTimings } from '../../timings.ts'

/** How long the driver waits, ms. Tests shorten them; shops rarely need to. */
export interface LabelTimings {
  /** For the wire to open, and to let go of. */
  readonly openMs: number
  /** Listening before the first question, so that what a serial line still held is not taken for its answer. */
  readonly settleMs: number
  /** For the answer to `~HS`. A printer that is drawing a large label takes its time. */
  readonly statusMs: number
  /** Between two questions while labels print. */
  readonly pollMs: number
  /** Without a byte leaving or a label coming out, before a job counts as stalled. */
  readonly progressMs: number
  /** The same on a serial line to a printer that can be asked, beside the time of the bytes: `PrinterTimings` says why. */
  readonly standstillMs: number
  /**
   * Added to `progressMs` for each label that is underway, where nothing comes back: a full buffer takes no byte until
   * labels are out.
   */
  readonly labelMs: number
}

export const labelTimings: LabelTimings = {
  openMs: 5_000,
  settleMs: 20,
  statusMs: 3_000,
  pollMs: 200,
  progressMs: 30_000,
  standstillMs: printerTimings.standstillMs,
  labelMs: 1_000,
}

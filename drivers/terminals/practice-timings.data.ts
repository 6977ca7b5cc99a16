import type { CaisseApTimings } from './caisse-ap/timings.ts'
import type { ConcertTimings } from './concert/timings.ts'
import type { NapsTimings } from './naps/timings.ts'
import type { NexoTimings } from './nexo/timings.ts'
import type { ZvtTimings } from './zvt/timings.ts'

/**
 * The waits of drivers towards a simulated terminal: the protocols' proportions at about a quarter of their patience.
 * Nobody learning the till should wait forty seconds for a reversal, or two minutes for a terminal told to be silent.
 * Real terminals keep the times of their guides.
 */
export const practiceTimings = {
  /** `windowMs` is also the simulated terminal's. */
  naps: {
    windowMs: 10_000,
    windowMarginMs: 1_000,
    confirmMs: 4_000,
    paymentMs: 30_000,
    messageMs: 5_000,
    longMs: 10_000,
    cancelListenMs: 500,
    resetMs: 2_000,
  } satisfies Partial<NapsTimings>,
  zvt: {
    connectMs: 5_000,
    commandMs: 30_000,
    questionMs: 5_000,
    abortMs: 5_000,
    reversalMs: 5_000,
    pollMs: 1_000,
    pollForMs: 10_000,
  } satisfies Partial<ZvtTimings>,
  concert: { answerMs: 30_000, reopenMs: 4_000 } satisfies Partial<ConcertTimings>,
  caisseAp: { answerMs: 30_000 } satisfies Partial<CaisseApTimings>,
  /** What a closed connection was given arrives at once in memory. */
  nexo: {
    paymentMs: 30_000,
    cancelMs: 5_000,
    messageMs: 5_000,
    longMs: 10_000,
    pollMs: 500,
    deliveryMs: 1_000,
  } satisfies Partial<NexoTimings>,
}

import type { NapsTimings } from '#drivers/terminals/naps/timings.ts'

/**
 * NAPS with its forty seconds made a quarter of one, on both sides of the wire. Outcomes must not depend on these:
 * a wait that ends too early on a busy machine is one more lost answer.
 */
export const crashTimings: NapsTimings = {
  connectMs: 1_000,
  paymentMs: 600,
  confirmMs: 180,
  windowMs: 250,
  windowMarginMs: 100,
  messageMs: 500,
  longMs: 1_000,
  cancelListenMs: 50,
  resetMs: 200,
  silenceMs: 120,
  stallMs: 150,
  reconnectMs: [10, 40, 100],
}

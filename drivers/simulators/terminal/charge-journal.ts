import { appendFileSync } from 'node:fs'
import { type PeriodTotals, periodTotals } from './period-totals.ts'
import type { ChargeEvent, SimulatorParts, StandingCharge } from './terminal-simulator.ts'

/** A simulated terminal's own record of what happened to money. Keeps it, tells it, and appends it to a file. */
export class ChargeJournal {
  readonly #events: ChargeEvent[] = []
  readonly #parts: Pick<SimulatorParts, 'journal' | 'onCharge'>

  constructor(parts: Pick<SimulatorParts, 'journal' | 'onCharge'>) {
    this.#parts = parts
  }

  record(event: ChargeEvent): void {
    this.#events.push(event)
    if (this.#parts.journal !== undefined) {
      appendFileSync(this.#parts.journal, `${JSON.stringify(event)}\n`)
    }
    this.#parts.onCharge?.(event)
  }

  events(): readonly ChargeEvent[] {
    return [...this.#events]
  }

  /** Since the last end of day. */
  period(): PeriodTotals {
    return periodTotals(this.#events)
  }

  /** A refund is a transaction of its own, under its own trace; voided or reversed, neither stands. */
  standing(): readonly StandingCharge[] {
    const standing = new Map<string, StandingCharge>()
    for (const { event, trace, reference, amountMinor } of this.#events) {
      if (event === 'approved') standing.set(trace, { trace, reference, amountMinor })
      if (event === 'refunded') standing.set(trace, { trace, reference, amountMinor: -amountMinor })
      if (event === 'reversed' || event === 'voided') standing.delete(trace)
    }
    return [...standing.values()]
  }
}

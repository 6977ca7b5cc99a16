import type { Timers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'

/** How a client came; protocols that frame differently over each need to know. */
export type Via = 'tcp' | 'serial' | 'https'

/** What happened to money on a simulated terminal; the truth that a till's ledger is compared with. */
export interface ChargeEvent {
  readonly event: 'refused' | 'approved' | 'confirmed' | 'reversed' | 'voided' | 'refunded' | 'settled'
  /** The terminal's own number of the transaction (NAPS STAN, ZVT receipt number, …); empty for `settled`. */
  readonly trace: string
  /** The till's number for it where the protocol carries one (NAPS NS, nexo ServiceID, …); else empty. */
  readonly reference: string
  /** Centimes, ≥ 0; `refunded` gives them back. */
  readonly amountMinor: number
  /** The terminal's clock. */
  readonly at: string
}

/** A charge that has its money now: approved or confirmed, not reversed, not voided. A refund is negative. */
export interface StandingCharge {
  readonly trace: string
  readonly reference: string
  readonly amountMinor: number
}

/** A card terminal as a program: it speaks the real protocol and forgives nothing. */
export interface TerminalSimulator {
  /** A client came: a TCP connection, a serial line, or memory. */
  accept(link: Link, via?: Via): void
  /**
   * What goes wrong with the next charges. `none` takes all faults away.
   * @param times how many charges it holds for, default 1
   * @throws RangeError for a fault it does not know
   */
  setFault(fault: string, times?: number): void
  /** Everything that happened to money, in order. */
  journal(): readonly ChargeEvent[]
  /** In the order they were made. */
  standing(): readonly StandingCharge[]
  /**
   * Power fails now and is back after `awayMs`: every line drops and no client is let in meanwhile; a card whose
   * answer was not decided is never charged; the record of transactions is kept. An approval that still waits for
   * its confirmation is reversed when the terminal comes up, in protocols that have that phase. Faults that were
   * told stay told.
   */
  powerCycle(awayMs: number): void
  /** Stops its clocks for good, as a terminal without power. */
  close(): void
}

/** What every simulated terminal is made from, beside the timings of its protocol. */
export interface SimulatorParts {
  /** Faults of the first charge. */
  readonly faults?: readonly string[]
  /** Path of a file that every charge event is appended to, one JSON object a line. */
  readonly journal?: string
  /** The terminal's own wall clock; its date and time appear in messages. */
  readonly clock?: () => { readonly utcMs: number; readonly offsetMinutes: number }
  readonly timers?: Timers
  /** Told of every charge event as it happens. */
  readonly onCharge?: (event: ChargeEvent) => void
  /** What the terminal's own screen shows; `null`: at rest. */
  readonly onDisplay?: (step: TerminalStep | null) => void
}

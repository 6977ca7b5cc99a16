import type { Timers } from '#drivers/transport/timers.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import type { WireLine } from './wire-line.ts'

/** Wall clock as the till gives it. */
export interface WallClock {
  readonly utcMs: number
  readonly offsetMinutes: number
}

/** What every wired driver is made from, beside the options of its protocol. */
export interface DriverParts {
  readonly transport: Transport
  /** Default: the machine's. */
  readonly timers?: Timers
  /** For messages that no request brings a time for. Default: the machine's. */
  readonly wallClock?: () => WallClock
  /** Wire trace, card numbers masked. */
  readonly onWire?: (line: WireLine) => void
}

/** The machine's own clock and offset. */
export const machineClock = (): WallClock => {
  const now = new Date()
  return { utcMs: now.getTime(), offsetMinutes: -now.getTimezoneOffset() }
}

import type { Timers } from '#drivers/transport/timers.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import { type ReaderTimings, readerTimings } from './reader-timings.ts'

/** What went over a reader's wire, for people: kinds and lengths only, never what a card holds. */
export interface ReaderWireLine {
  readonly direction: 'out' | 'in' | 'noise'
  readonly text: string
}

/** What every reader is made from. */
export interface ReaderParts {
  readonly transport: Transport
  /** How the transport carries it: reports that come whole, or a stream of bytes. */
  readonly via: 'hid' | 'serial'
  /** Default: the machine's. */
  readonly timers?: Timers
  readonly timings?: Partial<ReaderTimings>
  readonly onWire?: (line: ReaderWireLine) => void
}

export const timingsOf = (parts: ReaderParts): ReaderTimings => ({ ...readerTimings, ...parts.timings })

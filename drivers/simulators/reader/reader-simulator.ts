import type { Timers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { HidDeviceEnd } from '../wire/memory-hid.ts'
import type { SimulatedCard } from './cards.ts'
import type { ReaderFault } from './faults.ts'

export type CardEntry = 'swipe' | 'insert' | 'tap'

/** A card reader as a program: it sends what the real one sends, encrypted under a published test key. */
export interface ReaderSimulator {
  /** The till came: a serial line, or the device's end of a HID bus. It may come again after it was lost. */
  accept(link: Link | HidDeviceEnd, via: 'serial' | 'hid'): void
  /**
   * A person presents a card. Resolves when what the reader has to say of it has left; at once if it has nothing to
   * say (a reader that waits to be asked and was not).
   * @param entry default: swipe
   */
  swipe(card: SimulatedCard, entry?: CardEntry): Promise<void>
  /**
   * What goes wrong with the next cards; `none` takes all faults away.
   * @param times how many cards it holds for, default 1
   * @throws RangeError for a fault it does not know
   */
  setFault(fault: string, times?: number): void
  /** Stops its clocks, as a reader without power. */
  close(): void
}

export interface ReaderSimulatorParts {
  readonly timers?: Timers
  /** Serial number, up to ten characters; default `SIM0000042`. */
  readonly serial?: string
  /** Where its key counter stands: the first card is encrypted under the key after it. Default 0 */
  readonly counter?: number
  /** ID TECH: which of its two formats it was set to. Default `enhanced` */
  readonly format?: 'original' | 'enhanced'
  /** ID TECH: default `tdes` */
  readonly cipher?: 'tdes' | 'aes'
  /** ID TECH level 4 and MagTek: a session a host opened, 8 bytes. */
  readonly sessionId?: Uint8Array
  /** Faults of the first card. */
  readonly faults?: readonly ReaderFault[]
  /** NEO 2: until it answers a command or a presented card, ms, default 5. */
  readonly answerMs?: number
}

import type { Timers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { ApduReader } from './apdu-reader.ts'
import type { Channel, ChannelEvents } from './channel.ts'
import type { ZvtTimings } from './timings.ts'

/** Bare APDUs over TCP (PA00P016 §5). */
export class StreamChannel implements Channel {
  readonly #link: Link
  readonly #timers: Timers
  readonly #timings: ZvtTimings
  readonly #events: ChannelEvents
  readonly #reader = new ApduReader()
  #cancelStall: () => void = () => undefined
  #doubtful = false
  readonly repeated = false

  constructor(link: Link, timers: Timers, timings: ZvtTimings, events: ChannelEvents) {
    this.#link = link
    this.#timers = timers
    this.#timings = timings
    this.#events = events
    link.onData((bytes) => this.#take(bytes))
    link.onClose(() => this.#cancelStall())
  }

  get doubtful(): boolean {
    return this.#doubtful
  }

  send(apdu: Uint8Array): Promise<void> {
    return this.#link.write(apdu)
  }

  /** TCP delivers what was written before the end. */
  async lastWordLeft(): Promise<void> {}

  #take(bytes: Uint8Array): void {
    this.#cancelStall()
    for (const event of this.#reader.feed(bytes)) {
      if (event.type === 'apdu') {
        this.#events.apdu(event.apdu)
      } else {
        this.#doubtful = true
        this.#events.noise(event.bytes)
      }
    }
    if (!this.#reader.midApdu) return
    // Nothing marks where the next APDU would begin: to go on would be to read one out of the middle of another.
    this.#cancelStall = this.#timers.after(this.#timings.replyMs, () =>
      this.#events.lost('the terminal stopped in the middle of a message'),
    )
  }
}

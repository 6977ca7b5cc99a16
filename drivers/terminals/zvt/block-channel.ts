import { ack, type BlockEvent, DleBlockReader, encodeDleBlock, nak } from '#drivers/framing/dle-block.ts'
import { pause, type Timers } from '#drivers/transport/timers.ts'
import { type Link, TransportError } from '#drivers/transport/transport.ts'
import { decodeApdu } from './apdu.ts'
import type { Channel, ChannelEvents } from './channel.ts'
import type { ZvtTimings } from './timings.ts'

/** After so many repeats it is a transmission error on both sides (PA00P016 §2.3). */
const mostRepeats = 2

type BlockAnswer = 'ack' | 'nak' | 'nothing' | 'lost'

/**
 * APDUs in checked blocks on a serial line, each answered by ACK or NAK (PA00P016 §2). The repeats in here are of
 * the link alone: the terminal has heard the first copy at most damaged, or its ACK was.
 */
export class BlockChannel implements Channel {
  readonly #link: Link
  readonly #timers: Timers
  readonly #timings: ZvtTimings
  readonly #events: ChannelEvents
  readonly #reader = new DleBlockReader()
  #queue: Promise<void> = Promise.resolve()
  #answer: { readonly isCommand: boolean; readonly give: (answer: BlockAnswer) => void } | null = null
  #cancelByteTime: () => void = () => undefined
  #refusing = false
  #repeated = false
  #acknowledgedLast = false
  #over = false
  /** A block with a wrong check was not read at all, so what is read is never in doubt. */
  readonly doubtful = false

  constructor(link: Link, timers: Timers, timings: ZvtTimings, events: ChannelEvents) {
    this.#link = link
    this.#timers = timers
    this.#timings = timings
    this.#events = events
    link.onData((bytes) => this.#take(bytes))
    link.onClose(() => {
      this.#over = true
      this.#cancelByteTime()
      this.#answer?.give('lost')
    })
  }

  get repeated(): boolean {
    return this.#repeated
  }

  send(apdu: Uint8Array): Promise<void> {
    const sent = this.#queue.then(() => this.#sendBlock(apdu))
    this.#queue = sent.catch(() => undefined)
    return sent
  }

  /**
   * An ACK is answered by nothing, so nothing tells that it arrived; adapters and pseudo-terminals throw away what
   * was not fetched when a port is closed or opened anew, and the terminal would repeat its block into the next
   * operation.
   */
  async lastWordLeft(): Promise<void> {
    if (this.#acknowledgedLast && !this.#over) await pause(this.#timers, this.#timings.byteMs)
  }

  async #sendBlock(apdu: Uint8Array): Promise<void> {
    const block = encodeDleBlock(apdu)
    const isCommand = (apdu[0] ?? 0) < 0x80
    for (let copy = 0; copy <= mostRepeats && !this.#over; copy++) {
      if (copy > 0) this.#repeated = true
      const answered = this.#awaitAnswer(isCommand)
      await this.#link.write(block)
      const answer = await answered
      if (answer === 'ack') return
      if (answer === 'lost') break
    }
    this.#events.lost('the terminal did not acknowledge a block')
    throw new TransportError('io', 'no acknowledgement')
  }

  #awaitAnswer(isCommand: boolean): Promise<BlockAnswer> {
    return new Promise((resolve) => {
      const give = (answer: BlockAnswer): void => {
        cancel()
        this.#acknowledgedLast = false
        this.#answer = null
        resolve(answer)
      }
      const cancel = this.#timers.after(this.#timings.blockMs, () => give('nothing'))
      this.#answer = { isCommand, give }
    })
  }

  #take(bytes: Uint8Array): void {
    this.#cancelByteTime()
    this.#handle(this.#reader.feed(bytes))
    if (!this.#reader.midBlock || this.#over) return
    this.#cancelByteTime = this.#timers.after(this.#timings.byteMs, () =>
      this.#handle(this.#reader.overdue()),
    )
  }

  #handle(events: readonly BlockEvent[]): void {
    let noise = 0
    for (const event of events) {
      if (event.type === 'ack' || event.type === 'nak') this.#answer?.give(event.type)
      else if (event.type === 'block') this.#receive(event.data)
      else noise += event.bytes
      if (event.type === 'broken') this.#refuse()
    }
    if (noise > 0) this.#events.noise(noise)
  }

  #receive(data: Uint8Array): void {
    this.#link.write(Uint8Array.of(ack)).catch(() => undefined)
    const apdu = decodeApdu(data)
    // The reply to a command says better than an ACK that it arrived.
    const isReply = apdu !== null && apdu.control >> 8 >= 0x80
    if (isReply && this.#answer?.isCommand === true) this.#answer.give('ack')
    this.#acknowledgedLast = true
    if (apdu === null) this.#events.noise(data.length)
    else this.#events.apdu(apdu)
  }

  /** One NAK at a time: a line full of broken blocks must not fill our memory with answers to them. */
  #refuse(): void {
    if (this.#refusing) return
    this.#refusing = true
    const done = (): void => {
      this.#refusing = false
    }
    this.#link.write(Uint8Array.of(nak)).then(done, done)
  }
}

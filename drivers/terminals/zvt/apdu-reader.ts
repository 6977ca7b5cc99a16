import { ByteWindow } from '#drivers/framing/byte-window.ts'
import type { Apdu } from './apdu.ts'

export type ReaderEvent =
  | { readonly type: 'apdu'; readonly apdu: Apdu }
  /** Bytes that begin no APDU of a terminal's. Only counted: they may hold a card number. */
  | { readonly type: 'discarded'; readonly bytes: number }

/** What a terminal may say first: 04 (status, input, menu), 06 (completion, print, dial, list), 80, 84. */
const instructions: Readonly<Record<number, readonly number[]>> = {
  // biome-ignore format: a table
  4: [0x01, 0x0d, 0x0e, 0x0f, 0xff],
  // biome-ignore format: a table
  6: [0x0f, 0x1e, 0xd1, 0xd3, 0xd8, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xe4, 0xe5, 0xe6],
  128: [0x00],
}

const longestReply = 0x40
/** Header with extended length, and the data. */
const largestApdu = 5 + 0xffff

/**
 * Finds APDUs in a TCP stream cut anywhere. There is no mark between them: a header is a control field that a
 * terminal may send, and its length is believed. What begins none is dropped and counted. Holds at most one APDU.
 */
export class ApduReader {
  readonly #window = new ByteWindow(2 * largestApdu)
  #discarded = 0

  /** Whether an APDU has begun and not ended. */
  get midApdu(): boolean {
    return this.#window.length > 0
  }

  feed(bytes: Uint8Array): readonly ReaderEvent[] {
    const events: ReaderEvent[] = []
    for (let at = 0; at < bytes.length; ) {
      at += this.#window.push(bytes, at)
      while (this.#next(events)) {
        // Each turn takes an APDU or drops what is none.
      }
    }
    this.#count(events)
    return events
  }

  #next(events: ReaderEvent[]): boolean {
    const window = this.#window
    const [high, low, size] = [window.at(0), window.at(1), window.at(2)]
    if (high < 0) return false
    const first = instructions[high]
    if (high !== 0x84 && first === undefined) return this.#skip()
    if (low < 0) return false
    if (first !== undefined && !first.includes(low)) return this.#skip()
    if (size < 0) return false
    // A reply holds an error's currency or amount, or a sequence number, at most: not even a hundred bytes.
    if (high >= 0x80 && size > longestReply) return this.#skip()
    const start = size === 0xff ? 5 : 3
    if (window.length < start) return false
    const length = size === 0xff ? window.at(3) | (window.at(4) << 8) : size
    if (window.length < start + length) return false
    this.#count(events)
    const data = window.view(start, start + length).slice()
    events.push({ type: 'apdu', apdu: { control: (high << 8) | low, data } })
    window.drop(start + length)
    return true
  }

  #skip(): true {
    this.#window.drop(1)
    this.#discarded++
    return true
  }

  #count(events: ReaderEvent[]): void {
    if (this.#discarded > 0) events.push({ type: 'discarded', bytes: this.#discarded })
    this.#discarded = 0
  }
}

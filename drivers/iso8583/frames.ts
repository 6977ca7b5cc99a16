import type { Framing } from './dialect.ts'
import { lengthHeaders } from './length-header.ts'
import { Iso8583Error } from './message.ts'
import { isForUs, type Tpdu, tpduBytes, tpduOf, tpduWidth } from './tpdu.ts'

/** @throws Iso8583Error `tooShort` for no message, `tooLong` for one that this framing does not carry */
export function frame(message: Uint8Array, framing: Framing): Uint8Array {
  const header = lengthHeaders[framing.length]
  const tpdu = framing.tpdu === null ? new Uint8Array(0) : tpduBytes(framing.tpdu)
  const length = tpdu.length + message.length
  const told = length + (framing.countsItself ? header.width : 0)
  if (message.length === 0) throw new Iso8583Error('tooShort', 'length', 0)
  if (message.length > framing.longest || told > header.largest)
    throw new Iso8583Error('tooLong', 'length', 0)
  const start = framing.start === null ? [] : [framing.start]
  return Buffer.concat([Uint8Array.from(start), header.encode(told), tpdu, message])
}

export type HeardFrame =
  | {
      readonly kind: 'message'
      /** The receiver's own. */
      readonly bytes: Uint8Array
      /** As it was received; `null` where the framing has none. */
      readonly tpdu: Tpdu | null
    }
  /** A length of nothing, or a TPDU with nothing behind it. */
  | { readonly kind: 'keepAlive' }
  /** A whole frame that is not for us: its TPDU is another's, or none. Nothing of it counts. */
  | { readonly kind: 'foreign'; readonly length: number }
  /**
   * Where the next message begins cannot be known any more: lengths have no mark to find them by. The last report of
   * all; the line has to be closed.
   */
  | { readonly kind: 'lost'; readonly cause: 'wrongStart' | 'wrongLength' | 'tooLong' }

type Lost = Extract<HeardFrame, { kind: 'lost' }>

/** Bytes as they come, cut anywhere, to frames. Holds at most one frame. */
export class FrameReader {
  readonly #framing: Framing
  /** Bytes before those that are counted: start and length. */
  readonly #headWidth: number
  readonly #held: Uint8Array
  #filled = 0
  /** How many make the head, or head and body once that is read. */
  #wanted: number
  #lost = false

  constructor(framing: Framing) {
    this.#framing = framing
    this.#headWidth = lengthHeaders[framing.length].width + (framing.start === null ? 0 : 1)
    this.#held = new Uint8Array(this.#headWidth + this.#mostCounted)
    this.#wanted = this.#headWidth
  }

  /** Most bytes behind a length. */
  get #mostCounted(): number {
    return this.#framing.longest + (this.#framing.tpdu === null ? 0 : tpduWidth)
  }

  /** Nothing is heard any more after `lost`. */
  feed(bytes: Uint8Array): readonly HeardFrame[] {
    const heard: HeardFrame[] = []
    let at = 0
    while (at < bytes.length && !this.#lost) {
      const end = Math.min(bytes.length, at + this.#wanted - this.#filled)
      this.#held.set(bytes.subarray(at, end), this.#filled)
      this.#filled += end - at
      at = end
      if (this.#filled < this.#wanted) break
      const found = this.#filled === this.#headWidth ? this.#head() : this.#body()
      if (found !== null) heard.push(found)
    }
    return heard
  }

  /** The head is whole: `null` if a body is to follow. */
  #head(): HeardFrame | null {
    const { start, length: kind, countsItself } = this.#framing
    const header = lengthHeaders[kind]
    if (start !== null && this.#held[0] !== start) return this.#lose('wrongStart')
    const told = header.decode(this.#held.subarray(this.#headWidth - header.width, this.#headWidth))
    if (told === null) return this.#lose('wrongLength')
    const length = countsItself && told > 0 ? told - header.width : told
    if (length < 0) return this.#lose('wrongLength')
    if (length > this.#mostCounted) return this.#lose('tooLong')
    if (length > 0) {
      this.#wanted = this.#headWidth + length
      return null
    }
    this.#next()
    return { kind: 'keepAlive' }
  }

  #body(): HeardFrame {
    const body = this.#held.slice(this.#headWidth, this.#filled)
    this.#next()
    const ours = this.#framing.tpdu
    if (ours === null) return { kind: 'message', bytes: body, tpdu: null }
    const tpdu = tpduOf(body)
    if (tpdu === null || !isForUs(tpdu, ours)) return { kind: 'foreign', length: body.length }
    if (body.length === tpduWidth) return { kind: 'keepAlive' }
    return { kind: 'message', bytes: body.subarray(tpduWidth), tpdu }
  }

  #next(): void {
    this.#filled = 0
    this.#wanted = this.#headWidth
  }

  #lose(cause: Lost['cause']): Lost {
    this.#lost = true
    return { kind: 'lost', cause }
  }
}

import { crc16Kermit } from '#shared/kernel/crc16.ts'

/**
 * Blocks on a serial line: `DLE STX data DLE ETX CRC CRC` (ZVT transport protocol PA00P016 §2). A DLE inside the
 * data is doubled; the CRC is KERMIT over the data and ETX, low byte first, and is not doubled. Between blocks the
 * receiver of one answers with a single ACK or NAK.
 */
const dle = 0x10
const stx = 0x02
const etx = 0x03
/** The CRC covers ETX too. */
const endMark = Uint8Array.of(etx)
export const ack = 0x06
export const nak = 0x15

export type BlockEvent =
  | { readonly type: 'block'; readonly data: Uint8Array }
  /** A block that began and was none: wrong CRC, a stray DLE, too long. To be answered with NAK. */
  | { readonly type: 'broken'; readonly bytes: number }
  | { readonly type: 'ack' }
  | { readonly type: 'nak' }
  /** Bytes between blocks that mean nothing. Only counted: they may hold a card number. */
  | { readonly type: 'discarded'; readonly bytes: number }

/** The largest APDU: three bytes of header, two of extended length, 65535 of data. */
const largestData = 5 + 0xffff

/** One block around `data`, ready for the wire. */
export function encodeDleBlock(data: Uint8Array): Uint8Array {
  let doubled = 0
  for (const byte of data) if (byte === dle) doubled++
  const block = new Uint8Array(data.length + doubled + 6)
  block[0] = dle
  block[1] = stx
  let at = 2
  for (const byte of data) {
    block[at++] = byte
    if (byte === dle) block[at++] = dle
  }
  const crc = crc16Kermit(endMark, crc16Kermit(data))
  block.set([dle, etx, crc & 0xff, crc >> 8], at)
  return block
}

/** Where in a block the reader stands. */
type Place = 'outside' | 'afterDle' | 'inside' | 'insideAfterDle' | 'crcLow' | 'crcHigh'

/**
 * Finds blocks in a stream cut anywhere. Holds one block at most; whatever begins like a block and is none is
 * dropped and said to be broken, and `DLE STX` always begins anew.
 */
export class DleBlockReader {
  #data = new Uint8Array(512)
  #length = 0
  #place: Place = 'outside'
  #crcLow = 0
  #discarded = 0
  #events: BlockEvent[] = []

  /** Whether a block has begun and not ended: more must follow within T1. */
  get midBlock(): boolean {
    return this.#place !== 'outside'
  }

  feed(bytes: Uint8Array): readonly BlockEvent[] {
    for (let at = 0; at < bytes.length; ) {
      if (this.#place === 'inside') at = this.#copyRun(bytes, at)
      const byte = bytes[at++]
      if (byte !== undefined) this.#step(byte)
    }
    return this.#drain()
  }

  /** T1 went by inside a block: the rest is not coming. */
  overdue(): readonly BlockEvent[] {
    if (this.#place === 'afterDle') {
      this.#discarded++
      this.#place = 'outside'
    } else if (this.midBlock) this.#break()
    return this.#drain()
  }

  /** Takes everything up to the next DLE at once. */
  #copyRun(bytes: Uint8Array, from: number): number {
    const next = bytes.indexOf(dle, from)
    const end = next < 0 ? bytes.length : next
    if (this.#length + end - from > largestData) {
      this.#break()
      return end
    }
    this.#grow(this.#length + end - from)
    this.#data.set(bytes.subarray(from, end), this.#length)
    this.#length += end - from
    return end
  }

  #step(byte: number): void {
    switch (this.#place) {
      case 'outside':
        this.#between(byte)
        break
      case 'afterDle':
        this.#afterDleOutside(byte)
        break
      case 'inside':
        // Only a DLE stops a run.
        this.#place = 'insideAfterDle'
        break
      case 'insideAfterDle':
        this.#afterDleInside(byte)
        break
      case 'crcLow':
        this.#crcLow = byte
        this.#place = 'crcHigh'
        break
      case 'crcHigh':
        this.#end(this.#crcLow | (byte << 8))
        break
    }
  }

  #afterDleOutside(byte: number): void {
    if (byte === stx) {
      this.#begin()
    } else {
      this.#discarded++
      this.#place = 'outside'
      this.#between(byte)
    }
  }

  #between(byte: number): void {
    if (byte === dle) this.#place = 'afterDle'
    else if (byte === ack || byte === nak) this.#say({ type: byte === ack ? 'ack' : 'nak' })
    else this.#discarded++
  }

  #afterDleInside(byte: number): void {
    if (byte === etx) {
      this.#place = 'crcLow'
    } else if (byte === dle && this.#length < largestData) {
      this.#grow(this.#length + 1)
      this.#data[this.#length++] = dle
      this.#place = 'inside'
    } else {
      // Too long, or a DLE that announces nothing known; `DLE STX` is the sender starting over.
      this.#break()
      if (byte === stx) this.#begin()
    }
  }

  #begin(): void {
    this.#length = 0
    this.#place = 'inside'
  }

  #end(crc: number): void {
    const data = this.#data.slice(0, this.#length)
    if (crc16Kermit(endMark, crc16Kermit(data)) !== crc) {
      this.#break()
      return
    }
    this.#place = 'outside'
    this.#length = 0
    this.#say({ type: 'block', data })
  }

  #break(): void {
    const bytes = this.#length + 2
    this.#place = 'outside'
    this.#length = 0
    this.#say({ type: 'broken', bytes })
  }

  #say(event: BlockEvent): void {
    if (this.#discarded > 0) this.#events.push({ type: 'discarded', bytes: this.#discarded })
    this.#discarded = 0
    this.#events.push(event)
  }

  #grow(size: number): void {
    if (size <= this.#data.length) return
    const larger = new Uint8Array(Math.min(largestData, Math.max(size, this.#data.length * 2)))
    larger.set(this.#data.subarray(0, this.#length))
    this.#data = larger
  }

  #drain(): readonly BlockEvent[] {
    if (this.#discarded > 0) this.#events.push({ type: 'discarded', bytes: this.#discarded })
    this.#discarded = 0
    const events = this.#events
    this.#events = []
    return events
  }
}

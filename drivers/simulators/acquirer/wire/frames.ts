import type { HostFraming } from './host-dialect.ts'

const widths: Readonly<Record<HostFraming['length'], number>> = { binary2: 2, bcd2: 2, ascii4: 4, vml4: 4 }
const tpduBytes = 5
const nothing = Buffer.alloc(0)

/** What came on a line: a message without its frame, or the end of sense. */
export type Framed =
  | { readonly kind: 'message'; readonly body: Buffer }
  /** Nothing after it can be told apart. */
  | { readonly kind: 'broken'; readonly trouble: string }

/** Bytes as they come, cut anywhere, to messages. Holds less than one frame. */
export class FrameSplitter {
  readonly #framing: HostFraming
  #held: Buffer = nothing
  #broken = false

  constructor(framing: HostFraming) {
    this.#framing = framing
  }

  feed(bytes: Uint8Array): readonly Framed[] {
    if (this.#broken) return []
    this.#held = Buffer.concat([this.#held, bytes])
    const framed: Framed[] = []
    for (let next = this.#next(); next !== null; next = this.#next()) {
      if (next !== 'keptAlive') framed.push(next)
      if (this.#broken) break
    }
    if (this.#held.length === 0) this.#held = nothing
    return framed
  }

  /** `null`: not all of it is there yet. */
  #next(): Framed | 'keptAlive' | null {
    const { start, length, countsItself, longest, tpdu } = this.#framing
    const before = start === null ? 0 : 1
    if (before === 1 && this.#held.length > 0 && this.#held[0] !== start)
      return this.#break('no frame begins so')
    const from = before + widths[length]
    if (this.#held.length < from) return null
    const said = lengthOf(length, this.#held.subarray(before, from))
    if (said === null) return this.#break('a length is no such thing')
    const bodyLength = said - (countsItself && said > 0 ? widths[length] : 0)
    if (bodyLength < 0 || bodyLength > longest) return this.#break(`no message has ${said} bytes`)
    if (this.#held.length < from + bodyLength) return null
    const body = Buffer.from(this.#held.subarray(from, from + bodyLength))
    this.#held = this.#held.subarray(from + bodyLength)
    if (body.length === 0) return 'keptAlive'
    if (tpdu === null) return { kind: 'message', body }
    const address = Buffer.from(tpdu.id + tpdu.destination + tpdu.source, 'hex')
    return body.subarray(0, tpduBytes).equals(address)
      ? { kind: 'message', body: body.subarray(tpduBytes) }
      : this.#break('a TPDU is for another host')
  }

  #break(trouble: string): Framed {
    this.#broken = true
    this.#held = nothing
    return { kind: 'broken', trouble }
  }
}

/** An answer has the addresses of its TPDU the other way round. @throws RangeError for more than a frame can carry */
export function framed(body: Buffer, framing: HostFraming): Buffer {
  const { tpdu, start, length, countsItself, longest } = framing
  const address = tpdu === null ? nothing : Buffer.from(tpdu.id + tpdu.source + tpdu.destination, 'hex')
  const size = address.length + body.length
  if (size > longest) throw new RangeError('longer than any message of this dialect')
  const said = lengthBytes(length, size + (countsItself ? widths[length] : 0))
  return Buffer.concat([start === null ? nothing : Buffer.of(start), said, address, body])
}

function lengthOf(how: HostFraming['length'], bytes: Buffer): number | null {
  const text = how === 'bcd2' ? bytes.toString('hex') : bytes.toString('latin1')
  switch (how) {
    case 'binary2':
      return bytes.readUInt16BE()
    case 'vml4':
      return bytes.readUInt16BE(2) === 0 ? bytes.readUInt16BE() : null
    case 'bcd2':
    case 'ascii4':
      return /^\d{4}$/.test(text) ? Number(text) : null
  }
}

function lengthBytes(how: HostFraming['length'], size: number): Buffer {
  const text = String(size).padStart(4, '0')
  switch (how) {
    case 'binary2':
      return Buffer.of(size >> 8, size & 0xff)
    case 'vml4':
      return Buffer.of(size >> 8, size & 0xff, 0, 0)
    case 'bcd2':
      return Buffer.from(text, 'hex')
    case 'ascii4':
      return Buffer.from(text, 'latin1')
  }
}

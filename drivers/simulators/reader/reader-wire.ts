import type { Link } from '#drivers/transport/transport.ts'
import type { ReaderFault } from './faults.ts'

export type Faults = ReadonlySet<ReaderFault>

/** How a protocol's message travels, and what stands before it when something is wrong. */
export interface MessageShape {
  /** The message as reports of a HID bus, padded to their length. */
  reports(message: Uint8Array): readonly Uint8Array[]
  /** Nonsense of a kind that tempts this protocol's reader. */
  readonly noise: Uint8Array
  /** A beginning that claims far too much. */
  readonly absurd: Uint8Array
}

/** Not a divisor of anything: pieces end inside headers and fields. */
const pieceLength = 7

/** The reader's end of its line: whole messages out, with whatever is to go wrong on the way. */
export class ReaderWire {
  readonly #link: Link
  readonly via: 'serial' | 'hid'

  constructor(link: Link, via: 'serial' | 'hid') {
    this.#link = link
    this.via = via
  }

  async send(message: Uint8Array, shape: MessageShape, faults: Faults): Promise<void> {
    try {
      for (const piece of this.#pieces(message, shape, faults)) await this.#link.write(piece)
      if (faults.has('vanish')) await this.#link.close()
    } catch {
      // The till is gone; the reader has nobody to tell.
    }
  }

  #pieces(message: Uint8Array, shape: MessageShape, faults: Faults): readonly Uint8Array[] {
    const before = [
      ...(faults.has('noise') ? [shape.noise] : []),
      ...(faults.has('absurdLength') ? [shape.absurd] : []),
    ]
    const cut = faults.has('truncated') || faults.has('vanish')
    if (this.via === 'hid') {
      const reports = shape.reports(message)
      const part = firstPart(message).length
      const kept =
        reports.length > 1 ? reports.slice(0, -1) : reports.map((report) => report.subarray(0, part))
      return [...before.flatMap((bytes) => shape.reports(bytes)), ...(cut ? kept : reports)]
    }
    const bytes = Uint8Array.from([
      ...before.flatMap((each) => [...each]),
      ...(cut ? firstPart(message) : message),
    ])
    if (!faults.has('fragment')) return [bytes]
    const count = Math.ceil(bytes.length / pieceLength)
    return Array.from({ length: count }, (_, i) => bytes.subarray(i * pieceLength, (i + 1) * pieceLength))
  }
}

const firstPart = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length * 0.6))

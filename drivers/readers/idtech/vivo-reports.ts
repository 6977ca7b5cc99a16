import type { DecodedEvent, Decoder } from '../reader-line.ts'
import { type VivoFrame, VivoStream } from './vivo-frame.ts'

/** What each HID report carries besides its id (NEO 2 guide §3.3). */
const payload = 63
/** Report ids: a whole message, the first of several, one between, the last. */
const single = 1
const first = 2
const between = 3
const last = 4

/** A frame as HID reports of 64 bytes, the last padded with zeros. */
export function reportsOf(frame: Uint8Array): readonly Uint8Array[] {
  const count = Math.max(1, Math.ceil(frame.length / payload))
  return Array.from({ length: count }, (_, index) => {
    const report = new Uint8Array(1 + payload)
    report[0] = count === 1 ? single : index === 0 ? first : index === count - 1 ? last : between
    report.set(frame.subarray(index * payload, (index + 1) * payload), 1)
    return report
  })
}

/**
 * Puts the reports of a message together. 3 and 4 count only behind a 2 or a 3; other ids are ignored (NEO 2 guide
 * §3.3). A message whose end never came ends with the next beginning.
 */
export class VivoReports implements Decoder<VivoFrame> {
  readonly #stream = new VivoStream()
  #under = false

  feed(report: Uint8Array): readonly DecodedEvent<VivoFrame>[] {
    const id = report[0]
    const body = report.subarray(1)
    switch (id) {
      case single:
      case first: {
        const cutOff = this.#under ? this.#stream.flush() : []
        this.#under = id === first
        return [...cutOff, ...this.#stream.feed(body), ...(id === single ? this.#stream.flush() : [])]
      }
      case between:
        return this.#under ? this.#stream.feed(body) : ignored(report)
      case last: {
        if (!this.#under) return ignored(report)
        this.#under = false
        return [...this.#stream.feed(body), ...this.#stream.flush()]
      }
      default:
        return ignored(report)
    }
  }

  flush(): readonly DecodedEvent<VivoFrame>[] {
    this.#under = false
    return this.#stream.flush()
  }

  get halfway(): boolean {
    return this.#under
  }
}

const ignored = (report: Uint8Array): readonly DecodedEvent<VivoFrame>[] => [
  { type: 'discarded', bytes: report.length },
]

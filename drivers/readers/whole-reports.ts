import type { DecodedEvent, Decoder } from './reader-line.ts'

/** A decoder of a stream that is fed HID reports: what one report does not finish, no later one will. */
export class WholeReports<Item> implements Decoder<Item> {
  readonly #stream: Decoder<Item>
  readonly halfway = false

  constructor(stream: Decoder<Item>) {
    this.#stream = stream
  }

  feed(report: Uint8Array): readonly DecodedEvent<Item>[] {
    return [...this.#stream.feed(report), ...this.#stream.flush()]
  }

  flush(): readonly DecodedEvent<Item>[] {
    return this.#stream.flush()
  }
}

import { ByteWindow } from '#drivers/framing/byte-window.ts'
import type { DecodedEvent, Decoder } from '../reader-line.ts'

/**
 * Finds items in a stream one step at a time, in bounded memory; zeros between them are filler, since HID reports
 * have one length however short what they carry.
 */
export abstract class SteppingDecoder<Item> implements Decoder<Item> {
  protected readonly window: ByteWindow
  #events: DecodedEvent<Item>[] = []
  #noise = 0

  /** @param longest bytes of the longest item there is */
  constructor(longest: number) {
    this.window = new ByteWindow(4 * longest)
  }

  /** Consumes one item, or filler, or noise. @returns `false`: more is needed */
  protected abstract step(): boolean
  /** Whether what is held is the beginning of an item and no noise that looks like one. */
  protected abstract begins(): boolean

  feed(bytes: Uint8Array): readonly DecodedEvent<Item>[] {
    for (let at = 0; at < bytes.length; ) {
      at += this.window.push(bytes, at)
      this.#stepOn()
    }
    return this.#drain()
  }

  flush(): readonly DecodedEvent<Item>[] {
    if (this.halfway && this.begins()) this.tell({ type: 'broken', reason: 'truncated' })
    while (this.window.length > 0) {
      this.discard(1)
      // What stands whole behind a false beginning is still found.
      this.#stepOn()
    }
    return this.#drain()
  }

  get halfway(): boolean {
    return this.window.length > 0
  }

  protected tell(event: DecodedEvent<Item>): void {
    this.#events.push(event)
  }

  /** These bytes are of no item. */
  protected discard(count: number): void {
    for (let at = 0; at < count; at++) if (this.window.at(at) !== 0) this.#noise++
    this.window.drop(count)
  }

  #stepOn(): void {
    let more = true
    while (more) more = this.step()
  }

  #drain(): readonly DecodedEvent<Item>[] {
    if (this.#noise > 0) this.tell({ type: 'discarded', bytes: this.#noise })
    this.#noise = 0
    const events = this.#events
    this.#events = []
    return events
  }
}

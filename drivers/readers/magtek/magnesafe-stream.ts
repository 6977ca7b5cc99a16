import { ByteWindow } from '#drivers/framing/byte-window.ts'
import type { DecodedEvent, Decoder } from '../reader-line.ts'
import { couldBeginReport, isMagneSafeReport } from './magnesafe-report.ts'
import { encodeType, reportLayout, reportLength } from './report-layout.data.ts'

/**
 * Finds MagneSafe reports in a stream of bytes. On a bus each comes whole and this has nothing to do; through a bridge
 * that carries bytes they are cut anywhere, and only their shape tells where one begins.
 */
export class MagneSafeStream implements Decoder<Uint8Array> {
  readonly #window = new ByteWindow(4 * reportLength)
  #events: DecodedEvent<Uint8Array>[] = []
  #noise = 0
  #fresh = true

  feed(bytes: Uint8Array): readonly DecodedEvent<Uint8Array>[] {
    for (let at = 0; at < bytes.length; ) {
      at += this.#window.push(bytes, at)
      this.#search(false)
    }
    return this.#drain()
  }

  flush(): readonly DecodedEvent<Uint8Array>[] {
    // A beginning that nothing came before: a report that broke off, not noise that looks like one.
    const broke = this.#fresh && this.#beginsCard()
    this.#search(true)
    if (broke) this.#events.unshift({ type: 'broken', reason: 'truncated' })
    this.#fresh = true
    return this.#drain()
  }

  get halfway(): boolean {
    return this.#window.length > 0
  }

  /** @param last nothing more is coming: what cannot be whole is dropped */
  #search(last: boolean): void {
    const held = this.#window.view(0, this.#window.length)
    let at = 0
    while (at < held.length) {
      if (isMagneSafeReport(held, at)) {
        this.#events.push({ type: 'item', item: held.slice(at, at + reportLength) })
        at += reportLength
        this.#fresh = true
        continue
      }
      // Beginnings that are not all there yet are waited for.
      const short = held.length - at < reportLength
      if (short && !last && couldBeginReport(held, at)) break
      if (held[at] !== 0) this.#noise++
      this.#fresh = false
      at++
    }
    this.#window.drop(at)
  }

  #beginsCard(): boolean {
    const held = this.#window.view(0, this.#window.length)
    const { encodeType: type, encryptedLengths } = reportLayout
    const hasData = held.subarray(encryptedLengths.offset, type.offset).some((length) => length > 0)
    return (
      held.length > type.offset &&
      couldBeginReport(held, 0) &&
      (hasData || held[type.offset] === encodeType.other)
    )
  }

  #drain(): readonly DecodedEvent<Uint8Array>[] {
    if (this.#noise > 0) this.#events.push({ type: 'discarded', bytes: this.#noise })
    this.#noise = 0
    const events = this.#events
    this.#events = []
    return events
  }
}

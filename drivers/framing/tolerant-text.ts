/**
 * Bytes to characters for devices that mean UTF-8 and sometimes send Latin-1: a well-formed UTF-8 sequence is one
 * character, any other byte stands for itself as Latin-1. Never throws. A sequence cut by the wire waits for its rest.
 */
export class TolerantText {
  #waiting: number[] = []

  /** The characters that are certain with these bytes. */
  feed(bytes: Uint8Array): string {
    let text = ''
    let at = 0
    while (at < bytes.length) {
      if (this.#waiting.length === 0) {
        // Most of a protocol is ASCII: a run of it is taken at once.
        const from = at
        while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at++
        const run = bytes.subarray(from, at)
        text += run.length < 16 ? String.fromCharCode(...run) : ascii.decode(run)
        if (at === bytes.length) break
      }
      this.#waiting.push(bytes[at++] ?? 0)
      text += this.#take(false)
    }
    return text
  }

  /** The rest, when nothing more is coming: a cut sequence is Latin-1 after all. */
  flush(): string {
    return this.#take(true)
  }

  #take(final: boolean): string {
    let text = ''
    while (this.#waiting.length > 0) {
      const lead = this.#waiting[0] ?? 0
      const length = sequenceLength(lead)
      const sequence = this.#waiting.slice(0, length)
      const broken = sequence.slice(1).some((byte) => (byte & 0xc0) !== 0x80)
      if (length > 1 && !broken && sequence.length < length && !final) return text
      if (length > 1 && !broken && sequence.length === length) {
        const decoded = decode(sequence)
        if (decoded !== null) {
          text += decoded
          this.#waiting.splice(0, length)
          continue
        }
      }
      text += String.fromCharCode(lead)
      this.#waiting.shift()
    }
    return text
  }
}

const sequenceLength = (lead: number): number =>
  lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4

const ascii = new TextDecoder('latin1')
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** `null` for overlong forms and surrogates, which look well-formed byte by byte. */
function decode(sequence: readonly number[]): string | null {
  try {
    return strict.decode(Uint8Array.from(sequence))
  } catch {
    return null
  }
}

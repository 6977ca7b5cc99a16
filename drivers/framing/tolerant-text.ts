/**
 * Bytes to characters for devices that mean UTF-8 and sometimes send Latin-1: a well-formed UTF-8 sequence is one
 * character, any other byte stands for itself as Latin-1. Never throws. A sequence cut by the wire waits for its rest.
 */
export class TolerantText {
  /** The beginning of a sequence, at most three bytes. */
  #waiting: Uint8Array = nothing

  /** The characters that are certain with these bytes. */
  feed(bytes: Uint8Array): string {
    const input = this.#waiting.length === 0 ? bytes : joined(this.#waiting, bytes)
    this.#waiting = nothing
    let text = ''
    let units: number[] = []
    const flushUnits = (): void => {
      if (units.length > 0) text += String.fromCharCode(...units)
      units = []
    }
    for (let at = 0; at < input.length; ) {
      const end = asciiEnd(input, at)
      if (end - at >= worthDecoding) {
        flushUnits()
        text += ascii.decode(input.subarray(at, end))
      } else {
        for (let i = at; i < end; i++) units.push(input[i] ?? 0)
      }
      at = end
      if (at === input.length) break
      if (units.length > mostUnits) flushUnits()
      const point = codePointAt(input, at)
      if (point === 'cut') {
        this.#waiting = input.slice(at)
        break
      }
      const lead = input[at] ?? 0
      if (point === null) units.push(lead)
      else if (point < 0x1_0000) units.push(point)
      else units.push(0xd800 + ((point - 0x1_0000) >> 10), 0xdc00 + ((point - 0x1_0000) & 0x3ff))
      at += point === null ? 1 : sequenceLength(lead)
    }
    flushUnits()
    return text
  }

  /** The rest, when nothing more is coming: a cut sequence is Latin-1 after all. */
  flush(): string {
    const rest = this.#waiting
    this.#waiting = nothing
    return String.fromCharCode(...rest)
  }
}

const nothing = new Uint8Array(0)
const ascii = new TextDecoder('latin1')
/** Shorter runs are faster taken letter by letter than handed to the decoder. */
const worthDecoding = 64
/** Few enough to be handed over as arguments. */
const mostUnits = 2_048

/** Where the run of ASCII from here ends. */
function asciiEnd(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at++
  return at
}

function joined(before: Uint8Array, after: Uint8Array): Uint8Array {
  const all = new Uint8Array(before.length + after.length)
  all.set(before)
  all.set(after, before.length)
  return all
}

const sequenceLength = (lead: number): number =>
  lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4

/** Smallest code point that needs a sequence of this length (RFC 3629 §3); anything below it is overlong. */
const smallest = [0, 0, 0x80, 0x800, 0x1_0000]

/** `null`: no sequence begins here. `cut`: one may, and its end has not come. */
function codePointAt(bytes: Uint8Array, at: number): number | null | 'cut' {
  const lead = bytes[at] ?? 0
  const length = sequenceLength(lead)
  if (length === 1) return null
  let point = lead & (0x7f >> length)
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i]
    if (next === undefined) return 'cut'
    if ((next & 0xc0) !== 0x80) return null
    point = (point << 6) | (next & 0x3f)
  }
  const surrogate = point >= 0xd800 && point <= 0xdfff
  return surrogate || point < (smallest[length] ?? 0) || point > 0x10_ffff ? null : point
}

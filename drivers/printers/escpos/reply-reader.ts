/** What a printer says, told apart by the fixed bits of its bytes. */
export type Reply =
  /** Answer to DLE EOT n; which n is not in the byte: ask one at a time. */
  | { readonly kind: 'status'; readonly byte: number }
  /** Automatic status back, four bytes, unasked. */
  | { readonly kind: 'automatic'; readonly bytes: readonly [number, number, number, number] }
  /** Answer to GS ( H fn 48. */
  | { readonly kind: 'processId'; readonly id: string }
  | { readonly kind: 'flow'; readonly xoff: boolean }
  /** GS r, GS I and anything else we did not ask for. */
  | { readonly kind: 'other'; readonly byte: number }

const XON = 0x11
const XOFF = 0x13

/**
 * Classifies the bytes a printer sends, by the table its makers agree on: DLE EOT 0xx1xx10, ASB first byte 0xx1xx00
 * (take the next three, skipping XOFF), process id `37 22 … 00`, others 0xx0xxxx. Tolerant: a byte that fits nothing
 * is reported as `other` and loses nothing behind it.
 */
export class ReplyReader {
  /** An answer that is not complete yet. */
  #held: number[] = []

  read(bytes: Uint8Array): readonly Reply[] {
    return [...bytes].flatMap((byte) => this.#take(byte))
  }

  #take(byte: number): readonly Reply[] {
    if (byte === XON || byte === XOFF) return [{ kind: 'flow', xoff: byte === XOFF }]
    const first = this.#held[0]
    if (first === undefined) {
      if (byte === 0x37 || (byte & 0x93) === 0x10) {
        this.#held = [byte]
        return []
      }
      return [(byte & 0x93) === 0x12 ? { kind: 'status', byte } : { kind: 'other', byte }]
    }
    return first === 0x37 ? this.#takeId(byte) : this.#takeAutomatic(byte)
  }

  #takeId(byte: number): readonly Reply[] {
    if (this.#held.length === 1 && byte !== 0x22) return this.#giveUp(byte)
    this.#held.push(byte)
    if (byte !== 0 && this.#held.length < 7) return []
    const id = String.fromCharCode(...this.#held.slice(2, -1))
    this.#held = []
    return [{ kind: 'processId', id }]
  }

  #takeAutomatic(byte: number): readonly Reply[] {
    // Bytes two to four have bits 4 and 7 clear: a DLE EOT answer in between means that the four never came.
    if ((byte & 0x90) !== 0) return this.#giveUp(byte)
    this.#held.push(byte)
    const [a, b, c, d] = this.#held
    if (a === undefined || b === undefined || c === undefined || d === undefined) return []
    this.#held = []
    return [{ kind: 'automatic', bytes: [a, b, c, d] }]
  }

  /** What was held was no answer after all; the byte that showed it starts anew. */
  #giveUp(byte: number): readonly Reply[] {
    const lost = this.#held
    this.#held = []
    return [...lost.map((each): Reply => ({ kind: 'other', byte: each })), ...this.#take(byte)]
  }
}

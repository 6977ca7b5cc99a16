/** What a Star printer says. */
export type StarReply =
  /** Automatic status: asked for or not, the same bytes; two headers first. */
  | { readonly kind: 'status'; readonly bytes: readonly number[] }
  | { readonly kind: 'flow'; readonly xoff: boolean }
  | { readonly kind: 'other'; readonly byte: number }

const XON = 0x11
const XOFF = 0x13
/** Two headers and the six bytes up to the ETB counter: shorter ones are of models that we do not have. */
const fewest = 8

/**
 * Tells a Star printer's bytes apart by the table of its manual (Status identification): only the first header has bit 0
 * set, all of automatic status has bits 4 and 7 clear, XON and XOFF do not. The first header says how many bytes there
 * are, headers counted: bits 1 to 3, 5 and 6. Bounded: at most 31 are held.
 */
export class StatusReader {
  #held: number[] = []

  read(bytes: Uint8Array): readonly StarReply[] {
    return [...bytes].flatMap((byte) => this.#take(byte))
  }

  #take(byte: number): readonly StarReply[] {
    if (byte === XON || byte === XOFF) return [{ kind: 'flow', xoff: byte === XOFF }]
    const header = (byte & 0x91) === 0x01 && lengthOf(byte) >= fewest
    if (header || (this.#held.length > 0 && (byte & 0x91) !== 0))
      return [...this.#drop(), ...this.#begin(byte, header)]
    const first = this.#held[0]
    if (first === undefined) return [{ kind: 'other', byte }]
    this.#held.push(byte)
    if (this.#held.length < lengthOf(first)) return []
    const bytes = this.#held
    this.#held = []
    return [{ kind: 'status', bytes }]
  }

  #begin(byte: number, header: boolean): readonly StarReply[] {
    if (!header) return [{ kind: 'other', byte }]
    this.#held = [byte]
    return []
  }

  /** What was held was no status after all. */
  #drop(): readonly StarReply[] {
    const lost = this.#held
    this.#held = []
    return lost.map((byte): StarReply => ({ kind: 'other', byte }))
  }
}

const lengthOf = (header: number): number => ((header >> 1) & 0x07) | ((header >> 2) & 0x18)

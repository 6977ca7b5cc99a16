/** A real-time command, seen in the raw stream before anything else looks at it. */
export type RealTime =
  | { readonly kind: 'status'; readonly n: number }
  | { readonly kind: 'recover'; readonly clear: boolean }
  | { readonly kind: 'kick'; readonly pin: 2 | 5; readonly onMs: number }
  | { readonly kind: 'clear' }

/** DLE DC4 8: seven fixed bytes guard it. Source: Epson, DLE DC4 fn 8. */
const clearBuffers = [0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8]

/**
 * Finds DLE EOT n, DLE ENQ n, DLE DC4 1 m t and DLE DC4 8 … wherever they stand, raster data included, as many
 * printers do: a driver that lets such bytes into a picture opens the drawer here too.
 */
export class RealTimeWatch {
  #recent: number[] = []

  see(byte: number): RealTime | null {
    this.#recent = [...this.#recent.slice(1 - clearBuffers.length), byte]
    const found = this.#match()
    if (found !== null) this.#recent = []
    return found
  }

  #match(): RealTime | null {
    const [a, b, c, d, e] = [-1, -1, -1, -1, -1, ...this.#recent].slice(-5) as [
      number,
      number,
      number,
      number,
      number,
    ]
    if (c === 0x10 && d === 0x04 && e >= 1 && e <= 4) return { kind: 'status', n: e }
    if (c === 0x10 && d === 0x05 && (e === 1 || e === 2)) return { kind: 'recover', clear: e === 2 }
    if (a === 0x10 && b === 0x14 && c === 1 && (d === 0 || d === 1) && e >= 1 && e <= 8)
      return { kind: 'kick', pin: d === 0 ? 2 : 5, onMs: e * 100 }
    if (clearBuffers.every((byte, i) => this.#recent[i] === byte)) return { kind: 'clear' }
    return null
  }
}

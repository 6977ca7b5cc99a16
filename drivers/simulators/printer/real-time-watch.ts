/** A real-time command, seen in the raw stream before anything else looks at it. */
export type RealTime =
  | { readonly kind: 'status'; readonly n: number }
  | { readonly kind: 'recover'; readonly clear: boolean }
  | { readonly kind: 'kick' }

/**
 * Finds DLE EOT n, DLE ENQ n and DLE DC4 1 m t wherever they stand, raster data included, as many printers do: a
 * driver that lets such bytes into a picture opens the drawer here too.
 */
export class RealTimeWatch {
  #recent: readonly number[] = []

  see(byte: number): RealTime | null {
    this.#recent = [...this.#recent.slice(-4), byte]
    const [a, b, c, d, e] = [...Array(5 - this.#recent.length).fill(-1), ...this.#recent]
    if (d === 0x04 && c === 0x10 && e >= 1 && e <= 4) return this.#found({ kind: 'status', n: e })
    if (d === 0x05 && c === 0x10 && (e === 1 || e === 2))
      return this.#found({ kind: 'recover', clear: e === 2 })
    if (a === 0x10 && b === 0x14 && c === 1 && (d === 0 || d === 1)) return this.#found({ kind: 'kick' })
    return null
  }

  #found(command: RealTime): RealTime {
    this.#recent = []
    return command
  }
}

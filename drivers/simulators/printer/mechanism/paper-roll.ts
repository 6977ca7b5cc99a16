/** The paper as it stands under the head: rows of dots, one byte eight dots, growing as it is printed. */
export class PaperRoll {
  readonly widthDots: number
  readonly bytesPerRow: number
  #rows: Uint8Array
  #height = 0

  constructor(widthDots: number) {
    this.widthDots = widthDots
    this.bytesPerRow = Math.ceil(widthDots / 8)
    this.#rows = new Uint8Array(this.bytesPerRow * 512)
  }

  get heightDots(): number {
    return this.#height
  }

  /** Moves the paper on. */
  feed(rows: number): void {
    this.#height += rows
    const needed = this.#height * this.bytesPerRow
    if (needed <= this.#rows.length) return
    const grown = new Uint8Array(needed * 2)
    grown.set(this.#rows)
    this.#rows = grown
  }

  /** Burns one dot, on paper that has been fed; dots beside the paper are lost, as on the printer. */
  dot(x: number, y: number): void {
    if (x < 0 || x >= this.widthDots || y < 0 || y >= this.#height) return
    const at = y * this.bytesPerRow + (x >> 3)
    this.#rows[at] = (this.#rows[at] ?? 0) | (0x80 >> (x & 7))
  }

  /** Takes the paper off: its dots, and an empty roll. */
  take(): { readonly heightDots: number; readonly dots: Uint8Array } {
    const heightDots = this.#height
    const dots = this.#rows.slice(0, heightDots * this.bytesPerRow)
    this.#rows = new Uint8Array(this.bytesPerRow * 512)
    this.#height = 0
    return { heightDots, dots }
  }

  /** Puts back paper that was taken, under an empty roll. */
  lay(dots: Uint8Array, heightDots: number): void {
    this.feed(heightDots)
    this.#rows.set(dots)
  }
}

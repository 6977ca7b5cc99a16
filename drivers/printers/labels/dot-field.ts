import type { Strip } from '../layout/strip.ts'

/** Dots of one label, black where something was put. What reaches over the edge is lost, as on the printer. */
export class DotField {
  readonly widthDots: number
  readonly heightDots: number
  readonly #bytesPerRow: number
  readonly #data: Uint8Array

  constructor(widthDots: number, heightDots: number) {
    this.widthDots = widthDots
    this.heightDots = heightDots
    this.#bytesPerRow = Math.ceil(widthDots / 8)
    this.#data = new Uint8Array(this.#bytesPerRow * heightDots)
  }

  get strip(): Strip {
    return { bytesPerRow: this.#bytesPerRow, rows: this.heightDots, data: this.#data }
  }

  fill(left: number, top: number, width: number, height: number): void {
    for (let y = Math.max(0, top); y < Math.min(this.heightDots, top + height); y++)
      for (let x = Math.max(0, left); x < Math.min(this.widthDots, left + width); x++) {
        const at = y * this.#bytesPerRow + (x >> 3)
        this.#data[at] = (this.#data[at] ?? 0) | (0x80 >> (x & 7))
      }
  }

  /** Black dots of the strip only: what is white in it covers nothing. */
  put(strip: Strip, left: number, top: number): void {
    for (let y = 0; y < strip.rows; y++)
      for (let x = 0; x < strip.bytesPerRow * 8; x++)
        if (((strip.data[y * strip.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0)
          this.fill(left + x, top + y, 1, 1)
  }
}

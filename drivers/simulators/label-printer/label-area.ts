import type { Bitmap } from '../printer/mechanism/bitmap.ts'

/** The dots of one label. Knows whether something was put beside it. */
export class LabelArea {
  readonly widthDots: number
  readonly heightDots: number
  readonly bytesPerRow: number
  readonly dots: Uint8Array

  constructor(widthDots: number, heightDots: number) {
    this.widthDots = widthDots
    this.heightDots = heightDots
    this.bytesPerRow = Math.ceil(widthDots / 8)
    this.dots = new Uint8Array(this.bytesPerRow * heightDots)
  }

  /** @returns whether all of its black dots are on the label */
  burn(bitmap: Bitmap, left: number, top: number): boolean {
    let whole = true
    for (let y = 0; y < bitmap.height; y++)
      for (let x = 0; x < bitmap.width; x++)
        if (bitmap.black(x, y)) whole = this.#dot(left + x, top + y) && whole
    return whole
  }

  #dot(x: number, y: number): boolean {
    if (x < 0 || y < 0 || x >= this.widthDots || y >= this.heightDots) return false
    const at = y * this.bytesPerRow + (x >> 3)
    this.dots[at] = (this.dots[at] ?? 0) | (0x80 >> (x & 7))
    return true
  }
}

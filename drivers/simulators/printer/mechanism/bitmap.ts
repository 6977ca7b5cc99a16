/** Dots to print: black or not, from the left and from above. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  black(x: number, y: number): boolean
}

const bit = (data: Uint8Array, at: number, mask: number): boolean => ((data[at] ?? 0) & mask) !== 0

/** Rows of bytes, each eight dots side by side. @param wide dots each becomes across, @param tall and down */
export const rowsBitmap = (
  data: Uint8Array,
  bytesPerRow: number,
  rows: number,
  wide = 1,
  tall = 1,
): Bitmap => ({
  width: bytesPerRow * 8 * wide,
  height: rows * tall,
  black: (x, y) => {
    const column = Math.floor(x / wide)
    return bit(data, Math.floor(y / tall) * bytesPerRow + (column >> 3), 0x80 >> (column & 7))
  },
})

/** Columns of one or three bytes, each eight dots below each other. */
export const columnsBitmap = (data: Uint8Array, bytesPerColumn: number, wide = 1, tall = 1): Bitmap => ({
  width: Math.floor(data.length / bytesPerColumn) * wide,
  height: bytesPerColumn * 8 * tall,
  black: (x, y) => {
    const row = Math.floor(y / tall)
    return bit(data, Math.floor(x / wide) * bytesPerColumn + (row >> 3), 0x80 >> (row & 7))
  },
})

/** Bars of full height. @param modules one a bar or a gap of the least width */
export const barsBitmap = (modules: readonly boolean[], moduleDots: number, height: number): Bitmap => ({
  width: modules.length * moduleDots,
  height,
  black: (x) => modules[Math.floor(x / moduleDots)] ?? false,
})

/** Square modules. */
export const matrixBitmap = (modules: readonly (readonly boolean[])[], moduleDots: number): Bitmap => ({
  width: modules.length * moduleDots,
  height: modules.length * moduleDots,
  black: (x, y) => modules[Math.floor(y / moduleDots)]?.[Math.floor(x / moduleDots)] ?? false,
})

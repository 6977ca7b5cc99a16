import { type Bitmap, columnsBitmap, rowsBitmap } from './mechanism/bitmap.ts'

const word = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256

/** GS v 0: m xL xH yL yH d…; m bit 0 doubles the width, bit 1 the height. `null`: no row or no column. */
export function rasterBitmap(bytes: Uint8Array): Bitmap | null {
  const m = bytes[0] ?? 0
  const [perRow, rows] = [word(bytes, 1), word(bytes, 3)]
  if (perRow === 0 || rows === 0 || ![0, 1, 2, 3, 48, 49, 50, 51].includes(m)) return null
  return rowsBitmap(bytes.subarray(5), perRow, rows, (m & 1) !== 0 ? 2 : 1, (m & 2) !== 0 ? 2 : 1)
}

/**
 * ESC *: m nL nH d… At 203 dpi a column of single density is two dots wide, and a dot of an eight-dot column three
 * high. Source: Citizen and Epson, table of ESC * densities (101 or 203 dpi across, 68 or 203 down).
 */
export function imageBitmap(bytes: Uint8Array): Bitmap {
  const m = bytes[0] ?? 0
  const data = bytes.subarray(3)
  return columnsBitmap(data, m < 32 ? 1 : 3, m === 0 || m === 32 ? 2 : 1, m < 32 ? 3 : 1)
}

/** GS ( L fn 112: m fn a bx by c xL xH yL yH d…; x in dots here. `null`: sizes and data do not agree. */
export function graphicsBitmap(bytes: Uint8Array): Bitmap | null {
  const [, , a, bx = 0, by = 0, c] = bytes
  const [columns, rows] = [word(bytes, 6), word(bytes, 8)]
  const perRow = Math.ceil(columns / 8)
  const data = bytes.subarray(10)
  if (a !== 48 || c !== 49 || bx < 1 || bx > 2 || by < 1 || by > 2) return null
  if (columns === 0 || rows === 0 || data.length !== perRow * rows) return null
  return { ...rowsBitmap(data, perRow, rows, bx, by), width: columns * bx }
}

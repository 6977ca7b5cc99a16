/** A band of black dots, one bit each, most significant bit leftmost; rows top to bottom, no gaps. */
export interface Strip {
  readonly bytesPerRow: number
  readonly rows: number
  readonly data: Uint8Array
}

/**
 * Cuts away white columns, in whole bytes, so that they are not sent: what stands left keeps its left edge, what
 * stands right its right edge, what is centred loses the same on both sides. A white strip keeps one byte a row.
 */
export function cropColumns(strip: Strip, keep: 'left' | 'center' | 'right'): Strip {
  const { bytesPerRow, rows, data } = strip
  let first = bytesPerRow
  let last = -1
  for (let y = 0; y < rows; y++) {
    const start = y * bytesPerRow
    for (let x = 0; x < first; x++) if (data[start + x] !== 0) first = x
    for (let x = bytesPerRow - 1; x > last; x--) if (data[start + x] !== 0) last = x
  }
  if (last < 0) return { bytesPerRow: 1, rows, data: new Uint8Array(rows) }
  let from = keep === 'left' ? 0 : first
  let to = keep === 'right' ? bytesPerRow - 1 : last
  if (keep === 'center') {
    const margin = Math.min(first, bytesPerRow - 1 - last)
    from = margin
    to = bytesPerRow - 1 - margin
  }
  const width = to - from + 1
  const cropped = new Uint8Array(width * rows)
  for (let y = 0; y < rows; y++)
    cropped.set(data.subarray(y * bytesPerRow + from, y * bytesPerRow + to + 1), y * width)
  return { bytesPerRow: width, rows, data: cropped }
}

/** The same dots in bands of at most `most` rows. */
export function splitRows(strip: Strip, most: number): readonly Strip[] {
  const { bytesPerRow, rows, data } = strip
  const bands: Strip[] = []
  for (let y = 0; y < rows; y += most) {
    const count = Math.min(most, rows - y)
    bands.push({ bytesPerRow, rows: count, data: data.subarray(y * bytesPerRow, (y + count) * bytesPerRow) })
  }
  return bands
}

/** Strips of one width under each other. */
export function stack(strips: readonly Strip[], bytesPerRow: number): Strip {
  const rows = strips.reduce((sum, strip) => sum + strip.rows, 0)
  const data = new Uint8Array(rows * bytesPerRow)
  let at = 0
  for (const strip of strips) {
    if (strip.bytesPerRow !== bytesPerRow) throw new RangeError('strips of different widths')
    data.set(strip.data, at)
    at += strip.data.length
  }
  return { bytesPerRow, rows, data }
}

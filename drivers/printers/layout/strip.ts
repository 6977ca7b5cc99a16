/** A band of black dots, one bit each, most significant bit leftmost; rows top to bottom, no gaps. */
export interface Strip {
  readonly bytesPerRow: number
  readonly rows: number
  readonly data: Uint8Array
}

/** First and last of something, both included. */
export interface Span {
  readonly first: number
  readonly last: number
}

/** White paper. */
export function blankStrip(rows: number, widthDots: number): Strip {
  const bytesPerRow = Math.ceil(widthDots / 8)
  return { bytesPerRow, rows, data: new Uint8Array(rows * bytesPerRow) }
}

/** Blackens a rectangle, in dots. It must lie within the strip. */
export function blacken(strip: Strip, x: number, y: number, width: number, height: number): void {
  for (let row = y; row < y + height; row++)
    for (let at = x; at < x + width; at++) {
      const byte = row * strip.bytesPerRow + (at >> 3)
      strip.data[byte] = (strip.data[byte] ?? 0) | (0x80 >> (at & 7))
    }
}

/** Lays one strip over another, its left upper corner at byte `left` and row `top` of the lower one. */
export function overlay(lower: Strip, upper: Strip, left: number, top: number): void {
  for (let y = 0; y < upper.rows; y++)
    for (let x = 0; x < upper.bytesPerRow; x++) {
      const at = (top + y) * lower.bytesPerRow + left + x
      lower.data[at] = (lower.data[at] ?? 0) | (upper.data[y * upper.bytesPerRow + x] ?? 0)
    }
}

/** The rows with ink; `null` for a white strip. */
export function inkRows({ bytesPerRow, data }: Strip): Span | null {
  const first = data.findIndex((byte) => byte !== 0)
  if (first < 0) return null
  const last = data.findLastIndex((byte) => byte !== 0)
  return { first: Math.floor(first / bytesPerRow), last: Math.floor(last / bytesPerRow) }
}

/** The bytes across that have ink in any row; `null` for a white strip. */
export function inkBytes({ bytesPerRow, rows, data }: Strip): Span | null {
  let first = bytesPerRow
  let last = -1
  for (let y = 0; y < rows; y++) {
    const start = y * bytesPerRow
    for (let x = 0; x < first; x++) if (data[start + x] !== 0) first = x
    for (let x = bytesPerRow - 1; x > last; x--) if (data[start + x] !== 0) last = x
  }
  return last < 0 ? null : { first, last }
}

/** Rows `from` up to and without `to`. */
export function rowsOf({ bytesPerRow, data }: Strip, from: number, to: number): Strip {
  return { bytesPerRow, rows: to - from, data: data.subarray(from * bytesPerRow, to * bytesPerRow) }
}

export type Side = 'left' | 'center' | 'right'

/**
 * Cuts away white columns, in whole bytes, so that they are not sent: what stands left keeps its left edge, what
 * stands right its right edge, what is centred loses the same on both sides. A white strip keeps one byte a row.
 */
export function cropColumns(strip: Strip, keep: Side): Strip {
  const inked = inkBytes(strip)
  if (inked === null) return { bytesPerRow: 1, rows: strip.rows, data: new Uint8Array(strip.rows) }
  const { from, to } = cropped(inked, strip.bytesPerRow, keep)
  return columnsOf(strip, from, to)
}

/** The bytes of a row that have to be sent when one side stays where it is: `from` up to and without `to`. */
export function cropped(
  inked: Span,
  bytesPerRow: number,
  keep: Side,
): { readonly from: number; readonly to: number } {
  if (keep === 'left') return { from: 0, to: inked.last + 1 }
  if (keep === 'right') return { from: inked.first, to: bytesPerRow }
  const margin = Math.min(inked.first, bytesPerRow - 1 - inked.last)
  return { from: margin, to: bytesPerRow - margin }
}

/** Bytes `from` up to and without `to` of each row. */
export function columnsOf({ bytesPerRow, rows, data }: Strip, from: number, to: number): Strip {
  const width = to - from
  const cut = new Uint8Array(width * rows)
  for (let y = 0; y < rows; y++)
    cut.set(data.subarray(y * bytesPerRow + from, y * bytesPerRow + to), y * width)
  return { bytesPerRow: width, rows, data: cut }
}

/** The same dots in bands of at most `most` rows. */
export function splitRows(strip: Strip, most: number): readonly Strip[] {
  const bands: Strip[] = []
  for (let y = 0; y < strip.rows; y += most) bands.push(rowsOf(strip, y, Math.min(strip.rows, y + most)))
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

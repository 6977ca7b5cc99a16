import { cellDots } from '../layout/cell-dots.ts'
import { type Em, type InkStrip, inkLine } from '../layout/ink.node.ts'
import type { PlacedLine } from '../layout/placed.ts'
import { inkRows } from '../layout/strip.ts'

/** Dots in a line of text: columns of 24, three bytes each, the most significant bit on top (ESC * m = 33). */
export interface DotColumns {
  /** First column, dots from the left. */
  readonly x: number
  readonly data: Uint8Array
}

/** Where the letters of font A stand in their cell, rows from its top. */
const ownBaseline = 19
/**
 * Em of drawn words in a line of 24 rows: the largest in which almost every Arabic word fits with the bowls below and the
 * marks above it, then smaller ones for the few that do not.
 */
export const lineEm: Em = { ltr: 23, rtl: 21 }
const ems: readonly Em[] = [lineEm, { ltr: 22, rtl: 20 }, { ltr: 21, rtl: 20 }, { ltr: 20, rtl: 20 }]
/** White columns that are cheaper to send than ESC $ and the head of another ESC *: nine bytes. */
const cheapGap = 3

/**
 * The drawn parts of a line as columns as tall as the printer's own letters, white between them left out; `null` if
 * letters this tall do not go into the line. What is read in one direction stands on one baseline: the printer's, or a
 * little above it where bowls need the room. Ideographs beside Arabic could not share one within 24 rows.
 */
export function dotColumns(line: PlacedLine, widthDots: number): readonly DotColumns[] | null {
  const all: DotColumns[] = []
  for (const direction of ['ltr', 'rtl'] as const) {
    const parts = line.filter((part) => part.direction === direction)
    const columns = parts.length === 0 ? [] : fitted(parts, widthDots)
    if (columns === null) return null
    all.push(...columns)
  }
  return all.sort((a, b) => a.x - b.x)
}

function fitted(parts: PlacedLine, widthDots: number): readonly DotColumns[] | null {
  for (const em of ems) {
    const strip = inkLine(parts, widthDots, em)
    const top = topOf(strip)
    if (top !== null) return columnsOf(strip, top)
  }
  return null
}

/** The row of the strip that becomes the top of the line: on the baseline, or as near to it as all ink allows. */
function topOf(strip: InkStrip): number | null {
  const ink = inkRows(strip)
  if (ink === null) return 0
  if (ink.last - ink.first >= cellDots.height) return null
  return Math.min(ink.first, Math.max(ink.last - cellDots.height + 1, strip.baseline - ownBaseline))
}

function columnsOf(strip: InkStrip, top: number): readonly DotColumns[] {
  const count = strip.bytesPerRow * 8
  const columns = new Uint8Array(count * 3)
  for (let y = Math.max(0, top); y < Math.min(strip.rows, top + cellDots.height); y++) {
    const bit = 0x80 >> ((y - top) & 7)
    const offset = (y - top) >> 3
    for (let at = 0; at < strip.bytesPerRow; at++) {
      const byte = strip.data[y * strip.bytesPerRow + at] ?? 0
      if (byte === 0) continue
      for (let x = 0; x < 8; x++)
        if ((byte & (0x80 >> x)) !== 0) {
          const column = (at * 8 + x) * 3 + offset
          columns[column] = (columns[column] ?? 0) | bit
        }
    }
  }
  return inked(columns, count)
}

/** The columns in stretches without much white. */
function inked(columns: Uint8Array, count: number): readonly DotColumns[] {
  const stretches: DotColumns[] = []
  let from = -1
  let to = -1
  const end = () => {
    if (from >= 0) stretches.push({ x: from, data: columns.slice(from * 3, to * 3) })
  }
  for (let x = 0; x < count; x++) {
    if (columns[x * 3] === 0 && columns[x * 3 + 1] === 0 && columns[x * 3 + 2] === 0) continue
    if (from < 0 || x - to > cheapGap) {
      end()
      from = x
    }
    to = x + 1
  }
  end()
  return stretches
}

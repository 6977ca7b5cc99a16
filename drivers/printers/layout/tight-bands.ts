import { columnsOf, cropped, inkBytes, rowsOf, type Side, type Span, type Strip } from './strip.ts'

/** Rows of a strip, to be printed at one side of the paper right below those before it. */
export interface Band {
  readonly side: Side
  readonly strip: Strip
}

/** Bytes of a raster command beside its dots, and of turning to another side before it: GS v 0, ESC a. */
const headBytes = 11
/** What one more command must save, bytes: a printer may halt for a moment between two. */
const worthBytes = 32

const sides: readonly Side[] = ['left', 'center', 'right']

/**
 * A strip in bands each as narrow as its own ink. Where a line has two scripts at its two ends, the marks above and the
 * bowls below belong to one of them: those rows need not be as wide as the paper. The dots on the paper are the same.
 * @param most rows of a band
 * @param preferred the side of a band where it is as good as any
 */
export function tightBands(strip: Strip, most: number, preferred: Side): readonly Band[] {
  let side = preferred
  return cheapest(strip, most).map(([from, to]) => {
    const rows = rowsOf(strip, from, to)
    // A white band keeps one byte a row: some printers take no raster without a width.
    const kept = narrowest(inkBytes(rows) ?? { first: 0, last: 0 }, strip.bytesPerRow, side)
    side = kept.side
    return { side, strip: columnsOf(rows, kept.from, kept.to) }
  })
}

/** First rows of the bands and the rows behind their last: of all ways to cut the strip the one with the fewest bytes. */
function cheapest(strip: Strip, most: number): readonly (readonly [from: number, to: number])[] {
  const { bytesPerRow, rows } = strip
  const spans = Array.from({ length: rows }, (_, y) => inkBytes(rowsOf(strip, y, y + 1)))
  /** The fewest bytes for all rows above this one, and where the last band of those begins. */
  const bytes = [0]
  const begins = [0]
  for (let to = 1; to <= rows; to++) {
    let least = Number.POSITIVE_INFINITY
    let ink: Span | null = null
    for (let from = to - 1; from >= Math.max(0, to - most); from--) {
      ink = joined(ink, spans[from] ?? null)
      const all = (bytes[from] ?? 0) + headBytes + worthBytes + leastWidth(ink, bytesPerRow) * (to - from)
      if (all > least) continue
      least = all
      begins[to] = from
    }
    bytes.push(least)
  }
  const bands: [number, number][] = []
  for (let to = rows; to > 0; to = begins[to] ?? 0) bands.unshift([begins[to] ?? 0, to])
  return bands
}

/** What has to be sent of a row with this ink, held at the side that leaves the least. */
function narrowest(ink: Span, bytesPerRow: number, preferred: Side) {
  let best = { side: preferred, ...cropped(ink, bytesPerRow, preferred) }
  for (const side of sides) {
    const other = { side, ...cropped(ink, bytesPerRow, side) }
    if (widthOf(other) < widthOf(best)) best = other
  }
  return best
}

/** Bytes a row of what `narrowest` keeps. */
function leastWidth(ink: Span | null, bytesPerRow: number): number {
  if (ink === null) return 1
  const right = bytesPerRow - 1 - ink.last
  return bytesPerRow - Math.max(ink.first, right, 2 * Math.min(ink.first, right))
}

const widthOf = ({ from, to }: { readonly from: number; readonly to: number }): number => to - from

function joined(a: Span | null, b: Span | null): Span | null {
  if (a === null || b === null) return a ?? b
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) }
}

import { cellDots } from '../layout/cell-dots.ts'
import type { PlacedLine, PlacedText } from '../layout/placed.ts'
import type { PrinterProfile } from '../printer.ts'
import { type CodePageName, pageText } from './code-page.ts'
import { type DotColumns, dotColumns } from './dot-columns.ts'
import { inkMargin, type Segment, segmentsOf } from './faces.ts'

/** The printer's own letters, `x` dots from the left. */
export interface OwnText {
  readonly x: number
  readonly text: string
  readonly bold: boolean
  readonly size: 1 | 2
}

/** What stands on one line of text, left to right, nothing over another. */
export interface LineOfText {
  /** `left`: at the dots the pieces name; otherwise one piece, which the printer puts there. */
  readonly side: PlacedText['anchor']
  readonly pieces: readonly (OwnText | DotColumns)[]
}

export const ownEnd = ({ x, text, size }: OwnText): number => x + text.length * cellDots.width * size

/** A line all in the printer's own letters, on paper `widthDots` wide. */
export function ownLine(line: PlacedLine, widthDots: number, page: CodePageName): LineOfText {
  const pieces = line.map((part): OwnText => {
    const text = pageText(part.text, page) ?? ''
    const x = part.anchor === 'right' ? part.x - text.length * cellDots.width * part.size : part.x
    return { x, text, bold: part.bold, size: part.size }
  })
  return { side: printersSide(line, widthDots), pieces: pieces.filter(({ text }) => text !== '') }
}

/** What stands alone in the middle or at the right edge is for the printer to put there: it takes no counting. */
function printersSide(line: PlacedLine, widthDots: number): LineOfText['side'] {
  const [part] = line
  if (line.length !== 1 || part === undefined) return 'left'
  return part.anchor === 'right' && part.x !== widthDots ? 'left' : part.anchor
}

/**
 * A line with drawn words between the printer's own letters.
 * @returns `null` if the drawn words are too tall for a line of text, or swing out over what stands beside them.
 */
export function mixedLine(line: PlacedLine, widthDots: number, profile: PrinterProfile): LineOfText | null {
  const own: OwnText[] = []
  const drawn: PlacedText[] = []
  for (const part of line) {
    const segments = segmentsOf(part.text, part, profile.codePage.name)
    let x = startOf(part, segments)
    for (const segment of segments) {
      if (segment.own) put(own, { x, text: segment.text, bold: part.bold, size: part.size })
      else drawn.push(inkAt(segment, x, part))
      x += segment.widthDots
    }
  }
  const dots = drawn.length === 0 ? [] : dotColumns(drawn, widthDots)
  if (dots === null) return null
  const letters = own.map((piece) => ({ ...piece, text: piece.text.trimEnd() }))
  const pieces = [...letters.filter(({ text }) => text !== ''), ...dots].sort((a, b) => a.x - b.x)
  return apart(pieces) ? { side: 'left', pieces } : null
}

/** The same line as one that is drawn whole: every part where the mixed line has it. */
export function drawnParts(line: PlacedLine, profile: PrinterProfile): PlacedLine {
  return line.flatMap((part) => {
    const segments = segmentsOf(part.text, part, profile.codePage.name)
    let x = startOf(part, segments)
    return segments.map((segment) => {
      const placed = inkAt(segment, x, part)
      x += segment.widthDots
      return placed
    })
  })
}

function startOf(part: PlacedText, segments: readonly Segment[]): number {
  const width = segments.reduce((sum, each) => sum + each.widthDots, 0)
  if (part.anchor === 'left') return part.x
  return Math.max(0, part.anchor === 'right' ? part.x - width : Math.floor(part.x - width / 2))
}

/** Letters that follow each other without a gap are sent as one text. */
function put(own: OwnText[], next: OwnText): void {
  const last = own.at(-1)
  if (last === undefined || ownEnd(last) !== next.x || last.bold !== next.bold) own.push(next)
  else own.splice(-1, 1, { ...last, text: last.text + next.text })
}

/** Where a segment is drawn: held on the side from which it is read, or on which its part stands. */
function inkAt(segment: Segment, x: number, { bold, size, anchor }: PlacedText): PlacedText {
  const { text, direction, widthDots } = segment
  const margin = segment.own ? 0 : inkMargin
  const right = direction === 'rtl' || (segment.own && anchor === 'right')
  const place = right
    ? ({ anchor: 'right', x: x + widthDots - margin } as const)
    : ({ anchor: 'left', x: x + margin } as const)
  return { text, direction, bold, size, ...place }
}

function apart(pieces: readonly (OwnText | DotColumns)[]): boolean {
  let end = 0
  for (const piece of pieces) {
    if (piece.x < end) return false
    end = 'text' in piece ? ownEnd(piece) : piece.x + piece.data.length / 3
  }
  return true
}

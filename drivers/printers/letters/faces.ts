import type { Cell } from '#shared/receipt/document.ts'
import { cellDots } from '../layout/cell-dots.ts'
import { inkFace, measureInk } from '../layout/ink.node.ts'
import { type Face, type LetterStyle, styleOf } from '../layout/placed.ts'
import { visualRuns } from '../layout/visual-runs.ts'
import type { PrinterProfile } from '../printer.ts'
import { type CodePageName, pageText } from './code-page.ts'
import { lineEm } from './dot-columns.ts'

/** White on each side of drawn letters beside the printer's own: some letters swing out a little. */
export const inkMargin = 2

/** How cells of one line are written: in the printer's own letters, in turn with dots, or all drawn. */
export interface LineFace extends Face {
  readonly kind: 'own' | 'mixed' | 'drawn'
}

/** A part of a line, left to right: the printer's own letters, or text to be drawn. */
export interface Segment {
  readonly own: boolean
  readonly text: string
  readonly direction: Cell['direction']
  readonly widthDots: number
}

const faces = new Map<CodePageName, readonly [own: LineFace, mixed: LineFace]>()

/** Which face a printer can write these cells in, the shortest to send first. */
export function faceFor(cells: readonly Cell[], profile: PrinterProfile): LineFace {
  const page = profile.codePage.name
  const [own, mixed] = facesOf(page)
  if (cells.every((cell) => cell.direction === 'ltr' && pageText(cell.text, page) !== null)) return own
  if (profile.inlineDots !== true || cells.some((cell) => cell.style?.size === 2)) return drawnFace
  // Without a letter of the printer's own beside it, ink may be as tall as it is legible best.
  return cells.some((cell) => hasOwn(cell, page)) ? mixed : drawnFace
}

const hasOwn = (cell: Cell, page: CodePageName): boolean =>
  segmentsOf(cell.text, styleOf(cell), page).some(({ own, text }) => own && text.trim() !== '')

const drawnFace: LineFace = { ...inkFace, kind: 'drawn' }

function facesOf(page: CodePageName): readonly [LineFace, LineFace] {
  const known = faces.get(page)
  if (known !== undefined) return known
  const own: LineFace = {
    kind: 'own',
    measure: (text, { size }) => (pageText(text, page) ?? '').length * cellDots.width * size,
  }
  const mixed: LineFace = {
    kind: 'mixed',
    measure: (text, style) => segmentsOf(text, style, page).reduce((sum, each) => sum + each.widthDots, 0),
  }
  faces.set(page, [own, mixed])
  return [own, mixed]
}

/** A text in the order it stands on the line, what the code page has apart from what it has not. */
export function segmentsOf(text: string, style: LetterStyle, page: CodePageName): readonly Segment[] {
  const segments: Segment[] = []
  for (const run of visualRuns(text, style.direction)) {
    // Right to left, only spaces are the same in the printer's own letters: it would not mirror a bracket.
    const pieces = run.direction === 'ltr' ? wordsByPage(run.text, page) : [run.text]
    for (const piece of pieces) {
      const own = run.direction === 'ltr' || piece.trim() === '' ? pageText(piece, page) : null
      segments.push(segment(own, piece, { ...style, direction: run.direction }))
    }
  }
  return segments
}

function segment(own: string | null, text: string, style: LetterStyle): Segment {
  const { direction } = style
  if (own !== null)
    return { own: true, text: own, direction, widthDots: own.length * cellDots.width * style.size }
  return { own: false, text, direction, widthDots: measureInk(text, style, lineEm) + 2 * inkMargin }
}

/** Left-to-right text in the longest pieces that are all in the page or hold no whole word of it. */
function wordsByPage(text: string, page: CodePageName): readonly string[] {
  if (pageText(text, page) !== null) return [text]
  const pieces: string[] = []
  let before: boolean | null = null
  for (const word of text.match(/\s+|\S+/g) ?? []) {
    const own: boolean = word.trim() === '' ? (before ?? true) : pageText(word, page) !== null
    if (own === before) pieces.push(`${pieces.pop() ?? ''}${word}`)
    else pieces.push(word)
    before = own
  }
  return pieces
}

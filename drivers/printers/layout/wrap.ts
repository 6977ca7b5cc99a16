const LRI = '\u2066'
const RLI = '\u2067'
const FSI = '\u2068'
const PDI = '\u2069'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Breaks text into lines no wider than `most`, at spaces, and inside a word only if it is wider than a line. What
 * stands between U+2066 and U+2069 is an amount or a code and is not broken at its spaces; an isolate that opens on
 * one line and ends on a later one is closed and opened again, because bidi runs line by line (UAX #9 §3.4).
 * @param measure width of a piece of text, in the unit of `most`.
 */
export function wrapText(text: string, most: number, measure: (text: string) => number): readonly string[] {
  if (measure(text) <= most) return [text]
  const lines: string[] = []
  let line = ''
  let open: readonly string[] = []
  const flush = () => {
    lines.push(closed(line, open))
    line = open.join('')
  }
  for (const piece of words(text)) {
    const after = stackAfter(open, piece)
    let word = piece
    if (hasInk(line) && measure(closed(line + word, after)) > most) flush()
    if (measure(closed(line + word, after)) > most) word = withoutIndent(piece)
    if (measure(closed(line + word, after)) <= most) {
      line += word
      open = after
      continue
    }
    for (const { segment } of graphemes.segment(word)) {
      const next = stackAfter(open, segment)
      if (hasInk(line) && measure(closed(line + segment, next)) > most) flush()
      line += segment
      open = next
    }
  }
  if (hasInk(line) || lines.length === 0) lines.push(closed(line, open))
  return lines
}

/** Whether every word fits a line, so that wrapping need not break inside one. */
export function wordsFit(text: string, most: number, measure: (text: string) => number): boolean {
  return measure(text) <= most || words(text).every((word) => measure(word.trimEnd()) <= most)
}

const closed = (line: string, open: readonly string[]): string => line.trimEnd() + PDI.repeat(open.length)

const hasInk = (line: string): boolean => /[^\s\u2066-\u2069]/.test(line)

/** An indent is the first thing to go where there is no room. */
const withoutIndent = (word: string): string =>
  word.replace(/^[ \u2066-\u2069]+/, (indent) => indent.replaceAll(' ', ''))

/** A piece of text that is only broken if it alone is wider than a line. */
export interface Piece {
  readonly text: string
  /** Holds an amount, a date or a code (U+2066…2069): to break it would be to write another. */
  readonly whole: boolean
}

export const piecesOf = (text: string): readonly Piece[] =>
  words(text).map((piece) => ({ text: piece, whole: piece.includes(LRI) }))

/** Pieces that together are the text; each ends behind its spaces. No piece ends inside a U+2066 isolate. */
function words(text: string): readonly string[] {
  const pieces: string[] = []
  let open: readonly string[] = []
  let piece = ''
  let spaced = false
  for (const char of text) {
    if (spaced && char !== ' ' && !open.includes(LRI) && hasInk(piece)) {
      pieces.push(piece)
      piece = ''
    }
    open = stackAfter(open, char)
    piece += char
    spaced = char === ' '
  }
  return piece === '' ? pieces : [...pieces, piece]
}

function stackAfter(open: readonly string[], text: string): readonly string[] {
  let stack = open
  for (const char of text) {
    if (char === LRI || char === RLI || char === FSI) stack = [...stack, char]
    else if (char === PDI) stack = stack.slice(0, -1)
  }
  return stack
}

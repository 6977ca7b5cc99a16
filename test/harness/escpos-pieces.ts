/** What a job of ESC/POS bytes is made of, in order, as a person with the command reference would read it. */
export type Piece =
  | LinePiece
  /** GS v 0, or GS ( L 112 + 50: dots on rows of their own. */
  | ({ readonly kind: 'raster'; readonly side: Side; readonly leftDots: number } & Dots)
  | {
      readonly kind: 'code'
      readonly symbology: 'qr' | 'ean13' | 'code128'
      readonly data: string
      readonly side: Side
      /** Dots of a module. */
      readonly moduleDots: number
      /** The data in figures: above, below. */
      readonly figures: 'none' | 'above' | 'below' | 'both'
    }
  | { readonly kind: 'feed'; readonly dots: number }
  | { readonly kind: 'cut'; readonly partial: boolean; readonly fed: boolean }
  | { readonly kind: 'kick'; readonly pin: 2 | 5; readonly onMs: number; readonly offMs: number }
  /** A question, or a wish to be told: `DLE EOT 1`, `GS ( H 0042`. */
  | { readonly kind: 'ask'; readonly what: string }

export type Side = 'left' | 'centre' | 'right'

export interface LinePiece {
  readonly kind: 'line'
  readonly side: Side
  /** The characters, with blanks where the position was moved on. */
  readonly text: string
  readonly runs: readonly Run[]
  /** Dots among the characters. */
  readonly dots: readonly (Dots & { readonly atDots: number })[]
  /** What the paper moves on at its end. */
  readonly feedDots: number
}

export interface Run {
  readonly text: string
  readonly bold: boolean
  readonly wide: number
  readonly tall: number
  readonly atDots: number
}

export interface Dots {
  readonly widthDots: number
  readonly rows: number
  black(x: number, y: number): boolean
  /** Where its bytes stand in the job. */
  readonly bytes: { readonly from: number; readonly to: number }
}

/** Every word that is sent as characters, in order. */
export const wordsOf = (pieces: readonly Piece[]): readonly string[] =>
  pieces.flatMap((piece) => (piece.kind === 'line' ? piece.text.split(/[\s\u00a0]+/).filter(Boolean) : []))

/** Everything sent as dots, in order. */
export const dotsOf = (pieces: readonly Piece[]): readonly Dots[] =>
  pieces.flatMap((piece): readonly Dots[] =>
    piece.kind === 'raster' ? [piece] : piece.kind === 'line' ? piece.dots : [],
  )

/** How many dots of a picture are black. */
export function inkOf({ widthDots, rows, black }: Dots): number {
  let ink = 0
  for (let y = 0; y < rows; y++) for (let x = 0; x < widthDots; x++) if (black(x, y)) ink++
  return ink
}

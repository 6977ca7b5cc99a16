import type { Cell } from '#shared/receipt/document.ts'

export interface LetterStyle {
  readonly direction: Cell['direction']
  readonly bold: boolean
  readonly size: 1 | 2
}

/** A piece of one line of paper. `anchor` is the physical side that `x` (dots from the left) stands for. */
export interface PlacedText extends LetterStyle {
  readonly text: string
  readonly anchor: 'left' | 'center' | 'right'
  readonly x: number
}

/** Pieces beside each other, none over another. */
export type PlacedLine = readonly PlacedText[]

/** Dots that a text takes as it will be written. */
export type Measure = (text: string, style: LetterStyle) => number

/** A way of writing: printer's own figures, drawn ink, or both in turn. All a layout has to know of it is widths. */
export interface Face {
  readonly measure: Measure
}

/** The face that some cells, which share their lines, are written in. */
export type FaceOf<F extends Face> = (cells: readonly Cell[]) => F

/** A line and the face it was measured in. */
export interface FacedLine<F extends Face> {
  readonly face: F
  readonly line: PlacedLine
}

export const styleOf = (cell: Cell): LetterStyle => ({
  direction: cell.direction,
  bold: cell.style?.bold ?? false,
  size: cell.style?.size ?? 1,
})

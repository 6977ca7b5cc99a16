import type { Align, Cell, PaperBlock } from '#shared/receipt/document.ts'
import { cellDots } from './cell-dots.ts'
import { placeTable } from './place-table.ts'
import type { Face, FacedLine, FaceOf, PlacedText } from './placed.ts'
import { styleOf } from './placed.ts'
import { wordsFit, wrapText } from './wrap.ts'

/** Blocks that are words: everything whose place depends on how wide letters are. */
export type WordBlock = Extract<PaperBlock, { type: 'text' | 'row' | 'table' }>

/** Dots kept free between the two sides of a row: one character. */
const gapDots = cellDots.width

/** The lines of a block of words on paper `widthDots` wide, each piece at its place. */
export function place<F extends Face>(
  block: WordBlock,
  widthDots: number,
  faceOf: FaceOf<F>,
): readonly FacedLine<F>[] {
  switch (block.type) {
    case 'text':
      return placeCell(block.cell, sideOf(block.align, block.cell), widthDots, faceOf([block.cell]))
    case 'row':
      return placeRow(block.left, block.right, widthDots, faceOf([block.left, block.right]))
    case 'table':
      return placeTable(block, widthDots, faceOf)
  }
}

/** The physical side of an alignment. */
function sideOf(align: Align, { direction }: Cell): PlacedText['anchor'] {
  if (align === 'center') return 'center'
  return (align === 'start') === (direction === 'ltr') ? 'left' : 'right'
}

/** A cell alone on its lines. */
export function placeCell<F extends Face>(
  cell: Cell,
  anchor: PlacedText['anchor'],
  widthDots: number,
  face: F,
): readonly FacedLine<F>[] {
  const style = styleOf(cell)
  const x = anchor === 'left' ? 0 : anchor === 'right' ? widthDots : widthDots / 2
  const lines = wrapText(cell.text, widthDots, (text) => face.measure(text, style))
  return lines.map((text) => ({ face, line: [{ text, ...style, anchor, x }] }))
}

/**
 * The left side wraps, the right side stands whole on its first line; below it if no word of the left would stay
 * whole beside it.
 */
function placeRow<F extends Face>(
  left: Cell,
  right: Cell,
  widthDots: number,
  face: F,
): readonly FacedLine<F>[] {
  const style = styleOf(left)
  const measure = (text: string) => face.measure(text, style)
  const room = widthDots - face.measure(right.text, styleOf(right)) - gapDots
  if (room <= 0 || !wordsFit(left.text, room, measure))
    return [...placeCell(left, 'left', widthDots, face), ...placeCell(right, 'right', widthDots, face)]
  return wrapText(left.text, room, measure).map((text, index) => {
    const beginning: PlacedText = { text, ...style, anchor: 'left', x: 0 }
    const end: PlacedText = { text: right.text, ...styleOf(right), anchor: 'right', x: widthDots }
    return { face, line: index === 0 ? [beginning, end] : [beginning] }
  })
}

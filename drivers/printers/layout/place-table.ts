import type { Cell, PaperBlock, TableColumn } from '#shared/receipt/document.ts'
import { cellDots } from './cell-dots.ts'
import { columnWidths } from './column-widths.ts'
import type { Face, FacedLine, FaceOf, PlacedText } from './placed.ts'
import { styleOf } from './placed.ts'
import { type Piece, piecesOf, wrapText } from './wrap.ts'

type Table = Extract<PaperBlock, { type: 'table' }>

/** Columns stand on the grid of the printer's own characters, so that drawn rows and text rows line up. */
const gridDots = cellDots.width

interface Row<F> {
  readonly cells: readonly Cell[]
  readonly face: F
}

/**
 * The lines of a table. Each cell wraps in its column; where a column would break an amount, the other columns give
 * way; where the paper has no room for that either, the cells of a row stand under each other.
 */
export function placeTable<F extends Face>(
  table: Table,
  widthDots: number,
  faceOf: FaceOf<F>,
): readonly FacedLine<F>[] {
  const rows = table.rows.map((cells, index) => {
    const styled = table.head && index === 0 ? cells.map(strong) : cells
    return { cells: styled, face: faceOf(styled) }
  })
  const columns = columnsOf(table, rows, widthDots)
  return rows.flatMap((row) => (columns === null ? stacked(row, table, widthDots) : beside(row, columns)))
}

const strong = (cell: Cell): Cell => ({ ...cell, style: { ...cell.style, bold: true } })

interface Column {
  readonly left: number
  readonly width: number
  readonly side: TableColumn['side']
}

function columnsOf<F extends Face>(
  table: Table,
  rows: readonly Row<F>[],
  widthDots: number,
): readonly Column[] | null {
  const { columns } = table
  // A row with more cells than the table has columns can only be read if all of them are printed.
  if (rows.some(({ cells }) => cells.length > columns.length)) return null
  const total = Math.floor(widthDots / gridDots) - (columns.length - 1)
  const shares = columns.map(({ share }) => share)
  const needed = (which: (piece: Piece, column: TableColumn) => boolean) =>
    columns.map((column, i) =>
      Math.max(1, ...rows.map((row) => widest(row, i, (piece) => which(piece, column)))),
    )
  // What must stay whole where there is not room for everything: words on the left go first, amounts never.
  const kept = [
    needed(() => true),
    needed((piece, { side }) => piece.whole || side === 'right'),
    needed((piece) => piece.whole),
  ]
  const widths =
    kept.map((least) => columnWidths(shares, least, total)).find((found) => found !== null) ?? null
  if (widths === null) return null
  let left = 0
  return columns.map(({ side }, i) => {
    const width = (widths[i] ?? 1) * gridDots
    const column = { left, width, side }
    left += width + gridDots
    return column
  })
}

/** Grid units that the widest such piece of a cell takes. */
function widest<F extends Face>(
  { cells, face }: Row<F>,
  at: number,
  which: (piece: Piece) => boolean,
): number {
  const cell = cells[at]
  if (cell === undefined) return 0
  const dots = piecesOf(cell.text)
    .filter(which)
    .map(({ text }) => face.measure(text.trimEnd(), styleOf(cell)))
  return Math.ceil(Math.max(0, ...dots) / gridDots)
}

function beside<F extends Face>(
  { cells, face }: Row<F>,
  columns: readonly Column[],
): readonly FacedLine<F>[] {
  const lines: PlacedText[][] = []
  for (const [i, cell] of cells.entries()) {
    const column = columns[i]
    if (column === undefined || cell.text === '') continue
    for (const [at, part] of cellLines(cell, column, face).entries()) {
      lines[at] ??= []
      lines[at].push(part)
    }
  }
  return lines.map((line) => ({ face, line }))
}

/** Each cell on lines of its own, on the side of its column. */
function stacked<F extends Face>(
  { cells, face }: Row<F>,
  { columns }: Table,
  widthDots: number,
): readonly FacedLine<F>[] {
  return cells.flatMap((cell, i) =>
    cell.text === ''
      ? []
      : cellLines(cell, { left: 0, width: widthDots, side: columns[i]?.side ?? 'left' }, face).map(
          (part) => ({
            face,
            line: [part],
          }),
        ),
  )
}

function cellLines(cell: Cell, { left, width, side }: Column, { measure }: Face): readonly PlacedText[] {
  const style = styleOf(cell)
  const x = side === 'left' ? left : left + width
  return wrapText(cell.text, width, (text) => measure(text, style)).map((text) => ({
    text,
    ...style,
    anchor: side,
    x,
  }))
}

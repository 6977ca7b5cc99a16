import type { Cell, PaperBlock } from '#shared/receipt/document.ts'
import { isPicture } from '../layout/halftone.ts'
import { letterEm, lineHeightEm, paperSizes } from './paper-sizes.data.ts'

const { widthMm, marginMm, fontMm } = paperSizes.strip
const roomMm = widthMm - 2 * marginMm
const lineMm = fontMm * lineHeightEm
/** What a symbol takes at most, and a rule. */
const qrMm = roomMm
const barsMm = 12 + 2 * lineMm
const ruleMm = fontMm

/**
 * How long a strip must be to hold these blocks, mm, whole: CSS knows no page that is as long as its content, and a page
 * too short would be cut in two. Reckoned with wide letters, so rather too long than too short.
 */
export function stripHeightMm(blocks: readonly PaperBlock[]): number {
  const content = blocks.reduce((sum, block) => sum + blockMm(block), 0)
  return Math.ceil(content + 2 * marginMm + 2 * lineMm)
}

function blockMm(block: PaperBlock): number {
  switch (block.type) {
    case 'text':
      return cellMm(block.cell, roomMm)
    case 'row':
      return cellMm(block.left, roomMm - widthOf(block.right)) + (widthOf(block.right) > roomMm ? lineMm : 0)
    case 'rule':
      return ruleMm
    case 'qr':
      return Math.min(qrMm, 30 + block.data.length / 8)
    case 'barcode':
      return barsMm
    case 'picture':
      return isPicture(block.picture)
        ? (roomMm * block.widthShare * block.picture.heightPx) / block.picture.widthPx + lineMm
        : 4 * lineMm
    case 'table': {
      const whole = block.columns.reduce((sum, { share }) => sum + share, 0)
      const room = (at: number) => (roomMm * (block.columns[at]?.share ?? whole)) / whole - fontMm / 2
      return block.rows.reduce(
        (sum, cells) => sum + Math.max(0, ...cells.map((cell, i) => cellMm(cell, room(i)))),
        0,
      )
    }
    case 'space':
      return block.lines * lineMm
    case 'cut':
      return 0
  }
}

const widthOf = ({ text, style }: Cell): number => text.length * letterEm * fontMm * (style?.size ?? 1)

function cellMm(cell: Cell, room: number): number {
  const lines = Math.max(1, Math.ceil(widthOf(cell) / Math.max(room, roomMm / 8)))
  return lines * lineMm * (cell.style?.size ?? 1)
}

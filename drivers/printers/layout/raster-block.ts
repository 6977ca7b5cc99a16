import { encode as encodeQr } from 'uqr'
import type { Cell, PaperBlock } from '#shared/receipt/document.ts'
import { nameMissing } from './fonts.node.ts'
import { type InkPart, inkLine, measureInk } from './ink.node.ts'
import type { Strip } from './strip.ts'
import { wordsFit, wrapText } from './wrap.ts'

/** Dots kept free between the two sides of a row. */
const gapDots = 12

const styled = (cell: Cell) => ({
  direction: cell.direction,
  bold: cell.style?.bold ?? false,
  size: cell.style?.size ?? (1 as const),
})

/** The physical side of an alignment. */
export function sideOf(block: Extract<PaperBlock, { type: 'text' }>): InkPart['anchor'] {
  if (block.align === 'center') return 'center'
  return (block.align === 'start') === (block.cell.direction === 'ltr') ? 'left' : 'right'
}

/** Any block as strips as wide as the paper. */
export function rasterBlock(block: PaperBlock, widthDots: number): readonly Strip[] {
  switch (block.type) {
    case 'text':
      return rasterText(block, widthDots)
    case 'row':
      return rasterRow(block, widthDots)
    case 'rule':
      return [rasterRule(block.style, widthDots)]
    case 'qr':
      return [rasterQr(block.data, 5, widthDots)]
    case 'barcode':
      return rasterText(spoken(block.data), widthDots)
    case 'picture':
      return rasterText(spoken(block.alt), widthDots)
    case 'table':
      return block.rows.flatMap((cells) =>
        cells.flatMap((cell) => rasterText({ type: 'text', cell, align: 'start' }, widthDots)),
      )
    case 'space':
      return [blankStrip(block.lines * lineRows, widthDots)]
    case 'cut':
      return []
  }
}

/** Rows of one `space` line. */
const lineRows = 30

const spoken = (text: string): Extract<PaperBlock, { type: 'text' }> => ({
  type: 'text',
  cell: { text, direction: 'ltr' },
  align: 'center',
})

/** White paper. */
export function blankStrip(rows: number, widthDots: number): Strip {
  const bytesPerRow = Math.ceil(widthDots / 8)
  return { bytesPerRow, rows, data: new Uint8Array(rows * bytesPerRow) }
}

/** The lines of a text block as strips as wide as the paper. */
export function rasterText(
  block: Extract<PaperBlock, { type: 'text' }>,
  widthDots: number,
): readonly Strip[] {
  const style = styled(block.cell)
  const anchor = sideOf(block)
  const x = anchor === 'left' ? 0 : anchor === 'right' ? widthDots : widthDots / 2
  return linesOf(block.cell, widthDots).map((text) => inkLine([{ text, ...style, anchor, x }], widthDots))
}

/** The lines of a row: the left side wraps, the right side stands on its first line; below it if no
 * word of the left would stay whole beside it. */
export function rasterRow(block: Extract<PaperBlock, { type: 'row' }>, widthDots: number): readonly Strip[] {
  const right = nameMissing(block.right.text)
  const rightDots = measureInk(right, styled(block.right))
  const room = widthDots - rightDots - gapDots
  const measureLeft = (text: string) => measureInk(text, styled(block.left))
  if (room <= 0 || !wordsFit(nameMissing(block.left.text), room, measureLeft))
    return [
      ...rasterText({ type: 'text', cell: block.left, align: sided(block.left, 'left') }, widthDots),
      ...rasterText({ type: 'text', cell: block.right, align: sided(block.right, 'right') }, widthDots),
    ]
  return linesOf(block.left, room).map((text, index) => {
    const left: InkPart = { text, ...styled(block.left), anchor: 'left', x: 0 }
    if (index > 0) return inkLine([left], widthDots)
    return inkLine([left, { text: right, ...styled(block.right), anchor: 'right', x: widthDots }], widthDots)
  })
}

/** The alignment that puts a cell on a physical side. */
const sided = (cell: Cell, side: 'left' | 'right'): 'start' | 'end' =>
  (cell.direction === 'ltr') === (side === 'left') ? 'start' : 'end'

function linesOf(cell: Cell, mostDots: number): readonly string[] {
  return wrapText(nameMissing(cell.text), mostDots, (text) => measureInk(text, styled(cell)))
}

/** A QR as dots, `moduleDots` a module, centred, with its quiet zone of four modules above and below. */
export function rasterQr(data: string, moduleDots: number, widthDots: number): Strip {
  const { size, data: modules } = encodeQr(data, { ecc: 'M', border: 4, boostEcc: false })
  const dots = Math.max(1, Math.min(moduleDots, Math.floor(widthDots / size)))
  const bytesPerRow = Math.ceil(widthDots / 8)
  const margin = Math.max(0, Math.floor((widthDots - size * dots) / 2))
  const strip = { bytesPerRow, rows: size * dots, data: new Uint8Array(bytesPerRow * size * dots) }
  modules.forEach((line, my) => {
    const row = new Uint8Array(bytesPerRow)
    line.forEach((black, mx) => {
      if (!black) return
      for (let x = margin + mx * dots; x < margin + (mx + 1) * dots; x++)
        row[x >> 3] = (row[x >> 3] ?? 0) | (0x80 >> (x & 7))
    })
    for (let y = 0; y < dots; y++) strip.data.set(row, (my * dots + y) * bytesPerRow)
  })
  return strip
}

/** A line across the paper, with white around it. */
export function rasterRule(style: 'single' | 'double', widthDots: number): Strip {
  const bytesPerRow = Math.ceil(widthDots / 8)
  const rows = 14
  const data = new Uint8Array(bytesPerRow * rows)
  for (const y of style === 'single' ? [6, 7] : [4, 5, 9, 10])
    data.fill(0xff, y * bytesPerRow, (y + 1) * bytesPerRow)
  return { bytesPerRow, rows, data }
}

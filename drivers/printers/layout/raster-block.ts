import type { Cell, PaperBlock } from '#shared/receipt/document.ts'
import { nameMissing } from './fonts.node.ts'
import { halftone, isPicture, scaled } from './halftone.ts'
import { inkFace, inkLine } from './ink.node.ts'
import { place, placeCell, type WordBlock } from './place.ts'
import { blacken, blankStrip, overlay, type Strip, stack } from './strip.ts'
import { barStrip, fitQr, qrStrip } from './symbol.ts'

/** Rows of one `space` line: a line of the printer's own. */
const spaceRows = 30
/** A picture is at most so many times as tall as the paper is wide: nobody unrolls more. */
const tallest = 2
/** White above and below a picture or a box: words do not touch it. */
const marginRows = 10

/** Any block as strips as wide as the paper, top to bottom. */
export function rasterBlock(block: PaperBlock, widthDots: number): readonly Strip[] {
  switch (block.type) {
    case 'text':
    case 'row':
    case 'table':
      return rasterWords(block, widthDots)
    case 'rule':
      return [rasterRule(block.style, widthDots)]
    case 'qr':
      return rasterQr(block.data, widthDots)
    case 'barcode':
      return rasterBars(block, widthDots)
    case 'picture':
      return [rasterPicture(block, widthDots)]
    case 'space':
      return [blankStrip(block.lines * spaceRows, widthDots)]
    case 'cut':
      return []
  }
}

const named = (cell: Cell): Cell => ({ ...cell, text: nameMissing(cell.text) })

/**
 * The block with every character that no font has written by its name.
 * @param written whether a cell needs no font of ours.
 */
export function namedWords(block: WordBlock, written: (cell: Cell) => boolean = () => false): WordBlock {
  const name = (cell: Cell): Cell => (written(cell) ? cell : named(cell))
  if (block.type === 'text') return { ...block, cell: name(block.cell) }
  if (block.type === 'row') return { ...block, left: name(block.left), right: name(block.right) }
  return { ...block, rows: block.rows.map((cells) => cells.map(name)) }
}

function rasterWords(block: WordBlock, widthDots: number): readonly Strip[] {
  return place(namedWords(block), widthDots, () => inkFace).map(({ line }) => inkLine(line, widthDots))
}

/** A line across the paper, with white around it. */
export function rasterRule(style: 'single' | 'double', widthDots: number): Strip {
  const strip = blankStrip(14, widthDots)
  for (const y of style === 'single' ? [6] : [4, 9]) blacken(strip, 0, y, strip.bytesPerRow * 8, 2)
  return strip
}

/** A QR as dots; its data in a box if it cannot be one. */
function rasterQr(data: string, widthDots: number): readonly Strip[] {
  const fitted = fitQr(data, widthDots)
  return [fitted === null ? rasterBox(data, widthDots) : qrStrip(fitted, widthDots)]
}

function rasterBars(
  { symbology, data, text }: Extract<PaperBlock, { type: 'barcode' }>,
  widthDots: number,
): readonly Strip[] {
  const bars = barStrip(symbology, data, widthDots)
  if (bars === null) return [rasterBox(data, widthDots)]
  const below: WordBlock = { type: 'text', cell: { text: data, direction: 'ltr' }, align: 'center' }
  return text ? [bars, ...rasterWords(below, widthDots)] : [bars]
}

/** A photograph in dots, centred; a box with its name if there is none. */
function rasterPicture(
  { picture, alt, widthShare }: Extract<PaperBlock, { type: 'picture' }>,
  widthDots: number,
): Strip {
  if (!isPicture(picture)) return rasterBox(alt, widthDots)
  const share = Math.min(1, Math.max(0.05, widthShare))
  const shrink = Math.min((widthDots * share) / picture.widthPx, (widthDots * tallest) / picture.heightPx)
  const size = (px: number) => Math.max(1, Math.round(px * shrink))
  const dots = halftone(scaled(picture, size(picture.widthPx), size(picture.heightPx)))
  const strip = blankStrip(dots.rows + 2 * marginRows, widthDots)
  overlay(strip, dots, Math.floor((strip.bytesPerRow - dots.bytesPerRow) / 2), marginRows)
  return strip
}

/** White between a box and its words, and the strength of its frame. */
const box = { padding: 10, frame: 2, margin: 24 } as const

/** Words in a frame: what stands where something cannot be drawn. */
export function rasterBox(text: string, widthDots: number): Strip {
  const name = named({ text, direction: firstStrong(text) })
  const inner = widthDots - 2 * (box.margin + box.padding)
  // Drawn on paper of its own width, then laid into the frame: words never touch it.
  const lines = placeCell(name, 'center', inner, inkFace).map(({ line }) => inkLine(line, inner))
  const words = stack(lines, Math.ceil(inner / 8))
  const height = words.rows + 2 * box.padding
  const strip = blankStrip(height + 2 * marginRows, widthDots)
  overlay(strip, words, Math.round((box.margin + box.padding) / 8), marginRows + box.padding)
  const width = widthDots - 2 * box.margin
  for (const y of [0, height - box.frame]) blacken(strip, box.margin, marginRows + y, width, box.frame)
  for (const x of [box.margin, widthDots - box.margin - box.frame])
    blacken(strip, x, marginRows, box.frame, height)
  return strip
}

/** The direction of the first letter that has one (UAX #9 P2). */
const firstStrong = (text: string): Cell['direction'] =>
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? 'rtl' : 'ltr'

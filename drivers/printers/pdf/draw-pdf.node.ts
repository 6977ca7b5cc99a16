import type { SKRSContext2D } from '@napi-rs/canvas'
import type { PaperBlock, PaperDocument } from '#shared/receipt/document.ts'
import { canvasLibrary, paperFont } from '../layout/fonts.node.ts'
import { inkFace } from '../layout/ink.node.ts'
import { place } from '../layout/place.ts'
import type { PlacedLine } from '../layout/placed.ts'
import { namedWords, rasterBlock } from '../layout/raster-block.ts'
import type { Strip } from '../layout/strip.ts'
import { columnsOf, stripDots } from './sheet.ts'

export interface PdfAbout {
  readonly title: string
  readonly author: string
}

/** Papers of 80 mm on sheets of A4: letters stay letters, drawn by the fonts and at the places of the printed paper. */
export interface PdfWriter {
  /** Begins on a sheet of its own and goes down one column after the other. */
  add(document: PaperDocument): void
  /** @returns the whole file; at least one paper must be in it */
  close(): Uint8Array
}

/** Em of the letters in dots, as `ink` draws them, and what a line takes of the column beside it. */
const em = { ltr: 23, rtl: 24 } as const
const above = 0.95
const below = 0.42
const spaceDots = 30
const ruleDots = 14

export function openPdf({ title, author }: PdfAbout): PdfWriter {
  const { PDFDocument } = canvasLibrary()
  const pdf = new PDFDocument({ title, author, creator: 'Hanout' })
  return {
    add(document) {
      const columns = columnsOf(pdf, document.language === 'ar')
      let column = columns.next()
      for (const block of document.blocks) {
        for (const piece of piecesOf(block)) {
          if (!column.fits(piece.dots)) column = columns.next()
          column.draw(piece.dots, (pen) => piece.draw(pen))
        }
      }
      columns.end()
    },
    close: () => pdf.close(),
  }
}

/** What keeps together: a line, a rule, a symbol. */
interface Piece {
  /** How much of the column it takes. */
  readonly dots: number
  /** Draws it below 0. */
  readonly draw: (pen: SKRSContext2D) => void
}

function piecesOf(block: PaperBlock): readonly Piece[] {
  switch (block.type) {
    case 'text':
    case 'row':
    case 'table':
      return place(namedWords(block), stripDots, () => inkFace).map(({ line }) => lineOf(line))
    case 'space':
      return [{ dots: block.lines * spaceDots, draw: () => undefined }]
    case 'rule':
      return [{ dots: ruleDots, draw: (pen) => drawRule(pen, block.style) }]
    case 'cut':
      return []
    default:
      // Symbols and photographs are dots wherever they stand.
      return rasterBlock(block, stripDots).map((strip) => ({
        dots: strip.rows,
        draw: (pen) => drawDots(pen, strip),
      }))
  }
}

function lineOf(line: PlacedLine): Piece {
  const size = Math.max(...line.map((part) => em[part.direction] * part.size))
  const baseline = Math.ceil(size * above)
  return {
    dots: baseline + Math.ceil(size * below),
    draw(pen) {
      pen.textBaseline = 'alphabetic'
      for (const part of line) {
        pen.font = paperFont(em[part.direction] * part.size, part.bold)
        pen.direction = part.direction
        pen.textAlign = part.anchor
        pen.fillText(part.text, part.x, baseline)
      }
    },
  }
}

function drawRule(pen: SKRSContext2D, style: 'single' | 'double'): void {
  for (const y of style === 'single' ? [6] : [4, 9]) pen.fillRect(0, y, stripDots, 1.5)
}

/** Of a dot, over the row below: rows that only touch show a line of grey between them. */
const overlap = 0.15

/** Runs of black dots as bars, so that a symbol stays sharp at any size. */
function drawDots(pen: SKRSContext2D, { bytesPerRow, rows, data }: Strip): void {
  const black = (x: number, y: number): boolean =>
    ((data[y * bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < bytesPerRow * 8; x++) {
      if (!black(x, y)) continue
      const from = x
      while (x < bytesPerRow * 8 && black(x, y)) x++
      pen.fillRect(from, y, x - from, 1 + overlap)
    }
}

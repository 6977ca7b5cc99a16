import type { PaperBlock, PaperDocument } from '#shared/receipt/document.ts'
import type { BarSymbology } from './layout/bars.ts'
import { cellDots } from './layout/cell-dots.ts'
import { inkLine } from './layout/ink.node.ts'
import { place, type WordBlock } from './layout/place.ts'
import type { PlacedLine } from './layout/placed.ts'
import { namedWords, rasterBlock, rasterBox, rasterRule } from './layout/raster-block.ts'
import type { Strip } from './layout/strip.ts'
import { barHeightDots, barModuleDots, fitQr, qrStrip } from './layout/symbol.ts'
import { pageText } from './letters/code-page.ts'
import { faceFor, type LineFace } from './letters/faces.ts'
import { type LineOfText, ownLine } from './letters/line-pieces.ts'
import type { EncodedJob } from './line-printer.ts'
import type { PrinterProfile } from './printer.ts'

/** The job of a document in the making, in some language. */
export interface PaperWriter {
  /** A line of the printer's own letters. */
  text(line: LineOfText): void
  /** A line of letters and dots in turn. Absent: the language has none, and such lines are drawn whole. */
  mixed?(line: PlacedLine): void
  /** Dots as wide as the paper. */
  raster(strip: Strip): void
  /**
   * A symbol the printer draws itself, in the middle.
   * @param around whether a scanner needs white above and below
   */
  symbol(bytes: Uint8Array, heightDots: number, around: boolean): void
  qr(data: string, moduleDots: number): Uint8Array
  /** @returns `null` where the printer cannot say the data */
  bars(symbology: BarSymbology, data: string): OwnBars | null
  feedLines(lines: number): void
  cut(): void
  encoded(): EncodedJob
}

/** Bars the printer draws itself. */
export interface OwnBars {
  /** How many modules wide they will be. */
  readonly modules: number
  /** @param figures whether the data stands below */
  bytes(moduleDots: number, heightDots: number, figures: boolean): Uint8Array
}

/** What the printer's own figures under bars take. */
const figuresDots = 24

/**
 * Writes a document for one printer. Words stay text in the profile's code page wherever it has their letters; other
 * words are drawn: as dots between the letters of the line where the printer can, else the whole line as raster.
 */
export function writeDocument(
  document: PaperDocument,
  profile: PrinterProfile,
  writer: PaperWriter,
): EncodedJob {
  const able = writer.mixed === undefined ? { ...profile, inlineDots: false } : profile
  for (const block of document.blocks) addBlock(writer, block, able)
  return writer.encoded()
}

function addBlock(writer: PaperWriter, block: PaperBlock, profile: PrinterProfile): void {
  switch (block.type) {
    case 'text':
    case 'row':
    case 'table':
      addWords(writer, block, profile)
      return
    case 'rule':
      addRule(writer, block.style, profile)
      return
    case 'qr':
      addQr(writer, block.data, profile)
      return
    case 'barcode':
      addBars(writer, block, profile)
      return
    case 'picture':
      addDrawn(writer, block, profile)
      return
    case 'space':
      writer.feedLines(block.lines)
      return
    case 'cut':
      writer.cut()
      return
  }
}

function addWords(writer: PaperWriter, block: WordBlock, profile: PrinterProfile): void {
  const { codePage, columns } = profile
  // Amounts stand at the same edge whether they are text or drawn: the last dot of the last character.
  const widthDots = columns * cellDots.width
  const named = namedWords(block, (cell) => pageText(cell.text, codePage.name) !== null)
  for (const { face, line } of place<LineFace>(named, widthDots, (cells) => faceFor(cells, profile))) {
    if (face.kind === 'own') writer.text(ownLine(line, widthDots, codePage.name))
    else if (face.kind === 'mixed') writer.mixed?.(line)
    else writer.raster(inkLine(line, profile.widthDots))
  }
}

function addRule(
  writer: PaperWriter,
  style: 'single' | 'double',
  { widthDots, columns, codePage }: PrinterProfile,
): void {
  const text = pageText(style === 'single' ? '─' : '═', codePage.name)
  if (text === null) writer.raster(rasterRule(style, widthDots))
  else writer.text({ side: 'left', pieces: [{ x: 0, text: text.repeat(columns), bold: false, size: 1 }] })
}

/** In the printer's own drawing where it has one and the paper has room for it: of a wider one it prints nothing. */
function addQr(writer: PaperWriter, data: string, { widthDots, qr }: PrinterProfile): void {
  const fitted = fitQr(data, widthDots)
  if (fitted === null) writer.raster(rasterBox(data, widthDots))
  else if (qr === 'raster') writer.raster(qrStrip(fitted, widthDots))
  else writer.symbol(writer.qr(data, fitted.moduleDots), fitted.size * fitted.moduleDots, true)
}

function addBars(
  writer: PaperWriter,
  block: Extract<PaperBlock, { type: 'barcode' }>,
  profile: PrinterProfile,
): void {
  const { symbology, data, text } = block
  const own = profile.barcode === 'raster' ? null : writer.bars(symbology, data)
  const moduleDots = own === null ? null : barModuleDots(symbology, own.modules, profile.widthDots)
  if (own === null || moduleDots === null) {
    addDrawn(writer, block, profile)
    return
  }
  const bars = own.bytes(moduleDots, barHeightDots, text)
  writer.symbol(bars, barHeightDots + (text ? figuresDots : 0), false)
}

function addDrawn(writer: PaperWriter, block: PaperBlock, { widthDots }: PrinterProfile): void {
  for (const strip of rasterBlock(block, widthDots)) writer.raster(strip)
}

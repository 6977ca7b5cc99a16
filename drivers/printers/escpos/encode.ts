import type { PaperBlock, PaperDocument } from '#shared/receipt/document.ts'
import { cellDots } from '../layout/cell-dots.ts'
import { inkLine } from '../layout/ink.node.ts'
import { place, type WordBlock } from '../layout/place.ts'
import { namedWords, rasterBlock, rasterBox, rasterRule } from '../layout/raster-block.ts'
import { barHeightDots, barModuleDots, fitQr, qrStrip } from '../layout/symbol.ts'
import type { EncodedJob } from '../line-printer.ts'
import type { PrinterProfile } from '../printer.ts'
import { pageText } from './code-page.ts'
import * as command from './commands.ts'
import { lineEm } from './dot-columns.ts'
import { type EscposFace, faceFor } from './faces.ts'
import { dotsLength, EscposJob, rasterLength } from './job.ts'
import { drawnParts, mixedLine, ownLine } from './line-pieces.ts'
import { nativeBars } from './native-bars.ts'

/** What the printer's own figures under bars take. */
const figuresDots = 24

/**
 * The bytes of a document for one printer. Words stay text in the profile's code page wherever it has their letters;
 * other words are drawn: as dots between the letters of the line where the printer can, else the whole line as raster,
 * white margins cut away. Of two ways to send a line, the shorter.
 */
export function encodeDocument(document: PaperDocument, profile: PrinterProfile): EncodedJob {
  const job = new EscposJob(profile)
  for (const block of document.blocks) addBlock(job, block, profile)
  return job.encoded()
}

function addBlock(job: EscposJob, block: PaperBlock, profile: PrinterProfile): void {
  const { widthDots } = profile
  switch (block.type) {
    case 'text':
    case 'row':
    case 'table':
      addWords(job, block, profile)
      return
    case 'rule':
      addRule(job, block.style, profile)
      return
    case 'qr':
      addQr(job, block.data, profile)
      return
    case 'barcode':
      addBars(job, block, profile)
      return
    case 'picture':
      for (const strip of rasterBlock(block, widthDots)) job.raster(strip)
      return
    case 'space':
      job.feedLines(block.lines)
      return
    case 'cut':
      job.cut()
      return
  }
}

function addWords(job: EscposJob, block: WordBlock, profile: PrinterProfile): void {
  const { codePage, columns } = profile
  // Amounts stand at the same edge whether they are text or drawn: the last dot of the last character.
  const widthDots = columns * cellDots.width
  const named = namedWords(block, (cell) => pageText(cell.text, codePage.name) !== null)
  for (const { face, line } of place<EscposFace>(named, widthDots, (cells) => faceFor(cells, profile))) {
    if (face.kind === 'own') {
      job.text(ownLine(line, widthDots, codePage.name))
      continue
    }
    const mixed = face.kind === 'mixed' ? mixedLine(line, widthDots, profile) : null
    // Letters of the printer's own are a byte each, a line of nothing one in all: no drawing of them is shorter.
    if (mixed?.pieces.length === 0 || mixed?.pieces.some((piece) => 'text' in piece)) {
      job.text(mixed)
      continue
    }
    const strip =
      face.kind === 'mixed'
        ? inkLine(drawnParts(line, profile), profile.widthDots, lineEm)
        : inkLine(line, profile.widthDots)
    if (mixed !== null && dotsLength(mixed) < rasterLength(strip, profile.stripRows)) job.text(mixed)
    else job.raster(strip)
  }
}

function addRule(
  job: EscposJob,
  style: 'single' | 'double',
  { widthDots, columns, codePage }: PrinterProfile,
): void {
  const text = pageText(style === 'single' ? '─' : '═', codePage.name)
  if (text === null) job.raster(rasterRule(style, widthDots))
  else job.text({ side: 'left', pieces: [{ x: 0, text: text.repeat(columns), bold: false, size: 1 }] })
}

/** In the printer's own drawing where it has one and the paper has room for it: of a wider one it prints nothing. */
function addQr(job: EscposJob, data: string, { widthDots, qr }: PrinterProfile): void {
  const fitted = fitQr(data, widthDots)
  if (fitted === null) job.raster(rasterBox(data, widthDots))
  else if (qr === 'raster') job.raster(qrStrip(fitted, widthDots))
  else job.symbol(command.qr(data, fitted.moduleDots), fitted.size * fitted.moduleDots, true)
}

function addBars(
  job: EscposJob,
  block: Extract<PaperBlock, { type: 'barcode' }>,
  profile: PrinterProfile,
): void {
  const { widthDots, barcode } = profile
  const own = barcode === 'raster' ? null : nativeBars(block.symbology, block.data)
  const dots = own === null ? null : barModuleDots(block.symbology, own.modules, widthDots)
  if (own === null || dots === null) {
    for (const strip of rasterBlock(block, widthDots)) job.raster(strip)
    return
  }
  const heightDots = barHeightDots + (block.text ? figuresDots : 0)
  job.symbol(command.bars(own, dots, barHeightDots, block.text), heightDots, false)
}

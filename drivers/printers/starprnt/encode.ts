import type { PaperBlock, PaperDocument } from '#shared/receipt/document.ts'
import { pageText } from '../escpos/code-page.ts'
import { type EscposFace, faceFor } from '../escpos/faces.ts'
import { ownLine } from '../escpos/line-pieces.ts'
import { barsOf } from '../layout/bars.ts'
import { cellDots } from '../layout/cell-dots.ts'
import { inkLine } from '../layout/ink.node.ts'
import { place, type WordBlock } from '../layout/place.ts'
import { namedWords, rasterBlock, rasterBox, rasterRule } from '../layout/raster-block.ts'
import { barHeightDots, barModuleDots, fitQr, qrStrip } from '../layout/symbol.ts'
import type { EncodedJob } from '../line-printer.ts'
import type { PrinterProfile } from '../printer.ts'
import * as command from './commands.ts'
import { StarJob } from './job.ts'

/** What the printer's own figures under bars take. */
const figuresDots = 24

/**
 * The bytes of a document for one Star printer, by the layout that all printers share: words stay text wherever the
 * profile's code page has their letters, other lines are drawn.
 */
export function encodeDocument(document: PaperDocument, profile: PrinterProfile): EncodedJob {
  // No dots between letters here: a line is all text or all drawn.
  const whole: PrinterProfile = { ...profile, inlineDots: false }
  const job = new StarJob(whole)
  for (const block of document.blocks) addBlock(job, block, whole)
  return job.encoded()
}

function addBlock(job: StarJob, block: PaperBlock, profile: PrinterProfile): void {
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
      addDrawn(job, block, profile)
      return
    case 'space':
      job.feedLines(block.lines)
      return
    case 'cut':
      job.cut()
      return
  }
}

function addWords(job: StarJob, block: WordBlock, profile: PrinterProfile): void {
  const { codePage, columns } = profile
  const widthDots = columns * cellDots.width
  const named = namedWords(block, (cell) => pageText(cell.text, codePage.name) !== null)
  for (const { face, line } of place<EscposFace>(named, widthDots, (cells) => faceFor(cells, profile))) {
    if (face.kind === 'own') job.text(ownLine(line, widthDots, codePage.name))
    else job.raster(inkLine(line, profile.widthDots))
  }
}

function addRule(
  job: StarJob,
  style: 'single' | 'double',
  { widthDots, columns, codePage }: PrinterProfile,
): void {
  const text = pageText(style === 'single' ? '─' : '═', codePage.name)
  if (text === null) job.raster(rasterRule(style, widthDots))
  else job.text({ side: 'left', pieces: [{ x: 0, text: text.repeat(columns), bold: false, size: 1 }] })
}

function addQr(job: StarJob, data: string, { widthDots, qr }: PrinterProfile): void {
  const fitted = fitQr(data, widthDots)
  if (fitted === null) job.raster(rasterBox(data, widthDots))
  else if (qr === 'raster') job.raster(qrStrip(fitted, widthDots))
  else job.symbol(command.qr(data, fitted.moduleDots), fitted.size * fitted.moduleDots)
}

function addBars(
  job: StarJob,
  block: Extract<PaperBlock, { type: 'barcode' }>,
  profile: PrinterProfile,
): void {
  const { symbology, data, text } = block
  const drawn = profile.barcode === 'raster' ? null : barsOf(symbology, data)
  const moduleDots = drawn === null ? null : barModuleDots(symbology, drawn.modules.length, profile.widthDots)
  if (moduleDots === null) {
    addDrawn(job, block, profile)
    return
  }
  const heightDots = barHeightDots
  const bars = command.bars({ symbology, data, moduleDots, heightDots, text })
  job.symbol(bars, heightDots + (text ? figuresDots : 0))
}

function addDrawn(job: StarJob, block: PaperBlock, { widthDots }: PrinterProfile): void {
  for (const strip of rasterBlock(block, widthDots)) job.raster(strip)
}

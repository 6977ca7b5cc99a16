import type { Cell, PaperBlock, PaperDocument } from '#shared/receipt/document.ts'
import { nameMissing } from '../layout/fonts.node.ts'
import { rasterBlock, rasterQr, rasterRow, rasterRule, rasterText, sideOf } from '../layout/raster-block.ts'
import { cropColumns, type Strip, splitRows } from '../layout/strip.ts'
import type { PrinterProfile } from '../printer.ts'
import { pageBytes, pageText } from './code-page.ts'
import * as command from './commands.ts'
import { type TextLine, textLines } from './text-lines.ts'

/** Dots of a QR module: 0.75 mm at 203 dpi, readable from a worn head. */
const moduleDots = 6
/** Printers' own line spacing and character height, and what a symbol of our size takes. */
const lineDots = 30
const charDots = 24
const qrDots = 33 * moduleDots + lineDots

/**
 * The bytes of a document for one printer: text lines stay text in the profile's code page; any line with a character
 * outside it, or written right to left, is drawn and sent as raster, white margins cut away.
 */
export function encodeDocument(document: PaperDocument, profile: PrinterProfile): EncodedJob {
  const job = new Job(profile)
  for (const block of document.blocks) job.add(block)
  return job.encoded()
}

export interface EncodedJob {
  readonly bytes: Uint8Array
  /** Length of the paper, about: what the estimate of the printing time needs. */
  readonly heightDots: number
}

const withNames = (cell: Cell): Cell => ({ ...cell, text: nameMissing(cell.text) })

/** The bytes so far, and what the printer's modes are after them: a mode is only sent when it changes. */
class Job {
  readonly #profile: PrinterProfile
  readonly #parts: Uint8Array[]
  #side: 'left' | 'center' | 'right' = 'left'
  #bold = false
  #size: 1 | 2 = 1
  #heightDots = 0

  constructor(profile: PrinterProfile) {
    this.#profile = profile
    this.#parts = [command.initialise(profile.codePage.number)]
  }

  add(block: PaperBlock): void {
    const { widthDots, columns, codePage } = this.#profile
    switch (block.type) {
      case 'text': {
        const named = { ...block, cell: withNames(block.cell) }
        const lines = textLines(named, this.#profile)
        if (lines !== null) this.#text(lines)
        else this.#raster(rasterText(named, widthDots), sideOf(named))
        return
      }
      case 'row': {
        const named = { ...block, left: withNames(block.left), right: withNames(block.right) }
        const lines = textLines(named, this.#profile)
        if (lines !== null) this.#text(lines)
        else this.#raster(rasterRow(named, widthDots), 'left')
        return
      }
      case 'rule': {
        const char = block.style === 'single' ? '─' : '═'
        const drawn = pageText(char, codePage.name)
        if (drawn === null) this.#raster([rasterRule(block.style, widthDots)], 'left')
        else this.#text([{ side: 'left', runs: [{ text: drawn.repeat(columns), bold: false, size: 1 }] }])
        return
      }
      case 'qr':
        this.#qr(block.data)
        return
      case 'barcode':
      case 'picture':
      case 'table':
        this.#raster(rasterBlock(block, widthDots), 'left')
        return
      case 'space':
        this.#heightDots += block.lines * lineDots
        for (let i = 0; i < block.lines; i++) this.#parts.push(command.lineFeed)
        return
      case 'cut':
        this.#parts.push(command.cut(this.#profile.cut))
        return
    }
  }

  encoded(): EncodedJob {
    return { bytes: Buffer.concat(this.#parts), heightDots: this.#heightDots }
  }

  #text(lines: readonly TextLine[]): void {
    for (const line of lines) {
      this.#turn(line.side)
      for (const run of line.runs) {
        if (run.text === '') continue
        if (run.bold !== this.#bold) this.#parts.push(command.bold(run.bold))
        if (run.size !== this.#size) this.#parts.push(command.size(run.size))
        this.#bold = run.bold
        this.#size = run.size
        this.#parts.push(pageBytes(run.text, this.#profile.codePage.name))
      }
      this.#parts.push(command.lineFeed)
      this.#heightDots += line.runs.some((run) => run.size === 2) ? 2 * charDots : lineDots
    }
  }

  #raster(strips: readonly Strip[], side: 'left' | 'center' | 'right'): void {
    for (const strip of strips) {
      this.#heightDots += strip.rows
      this.#turn(side)
      for (const band of splitRows(cropColumns(strip, side), this.#profile.stripRows))
        this.#parts.push(command.raster(band))
    }
  }

  #qr(data: string): void {
    if (!/^[\x20-\x7e]{1,200}$/.test(data))
      throw new RangeError('a QR takes 1 to 200 printable ASCII characters')
    if (this.#profile.qr === 'raster') {
      this.#raster([rasterQr(data, moduleDots, this.#profile.widthDots)], 'center')
      return
    }
    this.#turn('center')
    this.#heightDots += qrDots
    this.#parts.push(command.qr(data, moduleDots), command.lineFeed)
  }

  #turn(side: 'left' | 'center' | 'right'): void {
    if (side === this.#side) return
    this.#parts.push(command.align(side))
    this.#side = side
  }
}

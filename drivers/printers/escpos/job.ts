import { JobBytes } from '../job-bytes.ts'
import type { BarSymbology } from '../layout/bars.ts'
import { cellDots } from '../layout/cell-dots.ts'
import { inkLine } from '../layout/ink.node.ts'
import type { PlacedLine } from '../layout/placed.ts'
import { inkRows, rowsOf, type Strip } from '../layout/strip.ts'
import { tightBands } from '../layout/tight-bands.ts'
import { lineEm } from '../letters/dot-columns.ts'
import { drawnParts, type LineOfText, mixedLine, ownEnd } from '../letters/line-pieces.ts'
import type { EncodedJob } from '../line-printer.ts'
import type { OwnBars, PaperWriter } from '../paper-writer.ts'
import type { PrinterProfile } from '../printer.ts'
import * as command from './commands.ts'
import { nativeBars } from './native-bars.ts'

/** Printers' own line spacing: a sixth of an inch at 180 dpi; a little more at 203. */
const lineDots = 30
/** Bytes of ESC $, and of the head of ESC * and of GS v 0. */
const positionLength = 4
const dotsHead = 5
const rasterHead = 8

/** A job of ESC/POS in the making. */
export class EscposJob implements PaperWriter {
  readonly qr = command.qr
  readonly #profile: PrinterProfile
  readonly #out: JobBytes
  /** Whether the last thing was a line of white. */
  #white = false
  /** White rows that are due before the next thing printed: those of two strips together are one feed. */
  #whiteRows = 0
  #countsDots: boolean

  constructor(profile: PrinterProfile) {
    this.#profile = profile
    const { initialise, align, bold, size } = command
    this.#out = new JobBytes(profile.codePage, { initialise, align, bold, size })
    // Only those that know the rest of the graphics commands are told; others count in dots, and if not feed less.
    this.#countsDots = profile.inlineDots !== true
  }

  /** A line of text, and dots in it. */
  text({ side, pieces }: LineOfText): void {
    this.#feedWhite()
    this.#white = pieces.length === 0
    this.#out.turn(side)
    let x = 0
    for (const piece of pieces) {
      if (side === 'left') this.#move(x, piece.x)
      if ('text' in piece) {
        this.#out.letters(piece)
        x = ownEnd(piece)
      } else {
        this.#out.push(command.dots(piece.data))
        x = piece.x + piece.data.length / 3
      }
    }
    this.#out.push(command.lineFeed)
    const tall = pieces.some((piece) => 'text' in piece && piece.size === 2)
    this.#out.heightDots += tall ? 2 * cellDots.height : lineDots
  }

  /** As text with dots in it or, where that is shorter, all of it as raster. */
  mixed(line: PlacedLine): void {
    const { columns, widthDots, stripRows } = this.#profile
    const mixed = mixedLine(line, columns * cellDots.width, this.#profile)
    // Letters of the printer's own are a byte each, a line of nothing one in all: no drawing of them is shorter.
    if (mixed?.pieces.length === 0 || mixed?.pieces.some((piece) => 'text' in piece)) {
      this.text(mixed)
      return
    }
    const strip = inkLine(drawnParts(line, this.#profile), widthDots, lineEm)
    if (mixed !== null && dotsLength(mixed) < rasterLength(strip, stripRows)) this.text(mixed)
    else this.raster(strip)
  }

  /** Dots as wide as the paper: white rows become feeds, white columns stay at home. */
  raster(strip: Strip): void {
    this.#out.heightDots += strip.rows
    this.#white = false
    const ink = inkRows(strip)
    if (ink === null) {
      this.#whiteRows += strip.rows
      return
    }
    this.#whiteRows += ink.first
    this.#feedWhite()
    const inked = rowsOf(strip, ink.first, ink.last + 1)
    for (const band of tightBands(inked, this.#profile.stripRows, this.#out.side)) {
      this.#out.turn(band.side)
      this.#out.push(command.raster(band.strip))
    }
    this.#whiteRows = strip.rows - ink.last - 1
  }

  /**
   * A symbol the printer draws itself, in the middle. It brings no white of its own.
   * @param around whether a scanner needs white above and below
   */
  symbol(bytes: Uint8Array, heightDots: number, around: boolean): void {
    this.#feedWhite()
    if (around && !this.#white) this.feedLines(1)
    this.#out.turn('center')
    this.#out.push(bytes)
    this.#out.heightDots += heightDots
    this.#white = false
    if (around) this.feedLines(1)
  }

  bars(symbology: BarSymbology, data: string): OwnBars | null {
    const bars = nativeBars(symbology, data)
    if (bars === null) return null
    return {
      modules: bars.modules,
      bytes: (moduleDots, heightDots, figures) => command.bars(bars, moduleDots, heightDots, figures),
    }
  }

  feedLines(lines: number): void {
    for (let i = 0; i < lines; i++) this.#out.push(command.lineFeed)
    this.#out.heightDots += lines * lineDots
    this.#white ||= lines > 0
  }

  cut(): void {
    this.#feedWhite()
    this.#out.push(command.cut(this.#profile.cut))
    this.#white = true
  }

  encoded(): EncodedJob {
    this.#feedWhite()
    return this.#out.encoded()
  }

  /** From where the line is to where it goes on: by spaces, or at once where that is shorter and the printer can. */
  #move(from: number, to: number): void {
    if (to <= from) return
    const spaces = (to - from) / (cellDots.width * this.#out.size)
    const whole = Number.isInteger(spaces)
    if (this.#profile.inlineDots === true && (!whole || spaces > positionLength))
      this.#out.push(command.position(to))
    else if (whole) this.#out.push(new Uint8Array(spaces).fill(0x20))
    else
      this.#out.letters({
        x: from,
        text: ' '.repeat((to - from) / cellDots.width),
        bold: this.#out.bold,
        size: 1,
      })
  }

  #feedWhite(): void {
    if (this.#whiteRows === 0) return
    if (!this.#countsDots) this.#out.push(command.feedInDots)
    this.#countsDots = true
    this.#out.push(command.feedDots(this.#whiteRows))
    this.#whiteRows = 0
  }
}

/** Bytes that the dots of a line take. */
function dotsLength({ pieces }: LineOfText): number {
  return pieces.reduce(
    (sum, piece) => sum + ('text' in piece ? 0 : positionLength + dotsHead + piece.data.length),
    1,
  )
}

/** Bytes that a strip takes, about. @param most rows of one raster command */
function rasterLength(strip: Strip, most: number): number {
  const ink = inkRows(strip)
  if (ink === null) return 0
  const bands = tightBands(rowsOf(strip, ink.first, ink.last + 1), most, 'left')
  return bands.reduce((sum, band) => sum + rasterHead + band.strip.data.length, 0)
}

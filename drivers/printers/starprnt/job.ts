import { type BarSymbology, barsOf } from '../layout/bars.ts'
import { cellDots } from '../layout/cell-dots.ts'
import { cropColumns, inkRows, rowsOf, type Side, type Strip, splitRows } from '../layout/strip.ts'
import { pageBytes } from '../letters/code-page.ts'
import { type LineOfText, type OwnText, ownEnd } from '../letters/line-pieces.ts'
import type { EncodedJob } from '../line-printer.ts'
import type { OwnBars, PaperWriter } from '../paper-writer.ts'
import type { PrinterProfile } from '../printer.ts'
import * as command from './commands.ts'

/** 4 mm. */
const lineDots = 32

/** The bytes so far, and what the printer's modes are after them: a mode is only sent when it changes. */
export class StarJob implements PaperWriter {
  readonly qr = command.qr
  readonly #profile: PrinterProfile
  readonly #parts: Uint8Array[]
  #side: Side = 'left'
  #bold = false
  #size: 1 | 2 = 1
  #heightDots = 0

  constructor(profile: PrinterProfile) {
    this.#profile = profile
    this.#parts = [command.initialise(profile.codePage.number)]
  }

  /** A line of the printer's own letters. */
  text({ side, pieces }: LineOfText): void {
    this.#turn(side)
    const letters = pieces.filter((piece): piece is OwnText => 'text' in piece)
    let x = 0
    for (const piece of letters) {
      if (side === 'left' && piece.x > x) this.#parts.push(command.position(piece.x))
      this.#letters(piece)
      x = ownEnd(piece)
    }
    this.#parts.push(command.lineFeed)
    this.#heightDots += letters.some(({ size }) => size === 2) ? 2 * cellDots.height : lineDots
  }

  /**
   * Dots as wide as the paper: white rows become feeds, white columns on the right stay at home. Always from the left:
   * whether raster obeys the alignment, two sources only suppose.
   */
  raster(strip: Strip): void {
    this.#heightDots += strip.rows
    const ink = inkRows(strip)
    if (ink === null) {
      this.#parts.push(command.feedDots(strip.rows))
      return
    }
    this.#turn('left')
    this.#parts.push(command.feedDots(ink.first))
    const inked = cropColumns(rowsOf(strip, ink.first, ink.last + 1), 'left')
    for (const band of splitRows(inked, this.#profile.stripRows))
      this.#parts.push(this.#profile.bands === true ? command.bands(band) : command.raster(band))
    this.#parts.push(command.feedDots(strip.rows - ink.last - 1))
  }

  /** A symbol the printer draws itself, in the middle, and a line of white below. */
  symbol(bytes: Uint8Array, heightDots: number): void {
    this.#turn('center')
    this.#parts.push(bytes)
    this.#heightDots += heightDots
    this.feedLines(1)
  }

  bars(symbology: BarSymbology, data: string): OwnBars | null {
    const drawn = barsOf(symbology, data)
    if (drawn === null) return null
    return {
      modules: drawn.modules.length,
      bytes: (moduleDots, heightDots, text) =>
        command.bars({ symbology, data, moduleDots, heightDots, text }),
    }
  }

  feedLines(lines: number): void {
    for (let i = 0; i < lines; i++) this.#parts.push(command.lineFeed)
    this.#heightDots += lines * lineDots
  }

  cut(): void {
    this.#parts.push(command.cut(this.#profile.cut))
  }

  encoded(): EncodedJob {
    let at = 0
    const breaks = this.#parts.map((part) => (at += part.length))
    return { bytes: Buffer.concat(this.#parts), heightDots: this.#heightDots, breaks }
  }

  #letters({ text, bold, size }: OwnText): void {
    if (bold !== this.#bold) this.#parts.push(command.bold(bold))
    if (size !== this.#size) this.#parts.push(command.size(size))
    this.#bold = bold
    this.#size = size
    this.#parts.push(pageBytes(text, this.#profile.codePage.name))
  }

  #turn(side: Side): void {
    if (side === this.#side) return
    this.#parts.push(command.align(side))
    this.#side = side
  }
}

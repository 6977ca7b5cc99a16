import { JobBytes } from '../job-bytes.ts'
import { type BarSymbology, barsOf } from '../layout/bars.ts'
import { cellDots } from '../layout/cell-dots.ts'
import { cropColumns, inkRows, rowsOf, type Strip, splitRows } from '../layout/strip.ts'
import { type LineOfText, type OwnText, ownEnd } from '../letters/line-pieces.ts'
import type { EncodedJob } from '../line-printer.ts'
import type { OwnBars, PaperWriter } from '../paper-writer.ts'
import type { PrinterProfile } from '../printer.ts'
import * as command from './commands.ts'

/** 4 mm. */
const lineDots = 32

/** A job of StarPRNT in the making. */
export class StarJob implements PaperWriter {
  readonly qr = command.qr
  readonly #profile: PrinterProfile
  readonly #out: JobBytes

  constructor(profile: PrinterProfile) {
    this.#profile = profile
    const { initialise, align, bold, size } = command
    this.#out = new JobBytes(profile.codePage, { initialise, align, bold, size })
  }

  /** A line of the printer's own letters. */
  text({ side, pieces }: LineOfText): void {
    this.#out.turn(side)
    const letters = pieces.filter((piece): piece is OwnText => 'text' in piece)
    let x = 0
    for (const piece of letters) {
      if (side === 'left' && piece.x > x) this.#out.push(command.position(piece.x))
      this.#out.letters(piece)
      x = ownEnd(piece)
    }
    this.#out.push(command.lineFeed)
    this.#out.heightDots += letters.some(({ size }) => size === 2) ? 2 * cellDots.height : lineDots
  }

  /**
   * Dots as wide as the paper: white rows become feeds, white columns on the right stay at home. Always from the left:
   * whether raster obeys the alignment, two sources only suppose.
   */
  raster(strip: Strip): void {
    this.#out.heightDots += strip.rows
    const ink = inkRows(strip)
    if (ink === null) {
      this.#out.push(command.feedDots(strip.rows))
      return
    }
    this.#out.turn('left')
    this.#out.push(command.feedDots(ink.first))
    const inked = cropColumns(rowsOf(strip, ink.first, ink.last + 1), 'left')
    for (const band of splitRows(inked, this.#profile.stripRows))
      this.#out.push(this.#profile.bands === true ? command.bands(band) : command.raster(band))
    this.#out.push(command.feedDots(strip.rows - ink.last - 1))
  }

  /** A symbol the printer draws itself, in the middle, and a line of white below. */
  symbol(bytes: Uint8Array, heightDots: number): void {
    this.#out.turn('center')
    this.#out.push(bytes)
    this.#out.heightDots += heightDots
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
    for (let i = 0; i < lines; i++) this.#out.push(command.lineFeed)
    this.#out.heightDots += lines * lineDots
  }

  cut(): void {
    this.#out.push(command.cut(this.#profile.cut))
  }

  encoded(): EncodedJob {
    return this.#out.encoded()
  }
}

import type { Bitmap } from './bitmap.ts'
import { glyphOf } from './glyphs.node.ts'
import type { PaperRoll } from './paper-roll.ts'

/** What happens to the paper while a command is carried out; whoever runs it may stop between two. */
export type Step = 'moved' | 'cut'

/** What a command does, step by step. */
export type Work = Generator<Step, void, void>

const cellWidth = 12
const cellHeight = 24

interface Placed {
  readonly left: number
  readonly ink: Bitmap
}

/** How characters look. */
export interface Letter {
  readonly bold: boolean
  readonly wide: number
  readonly tall: number
}

/**
 * The paper under the head and the line that is being gathered: what printers do alike, whatever they are told it in.
 * Left out: everything that only one language knows.
 */
export class Carriage {
  readonly paper: PaperRoll
  /** Dots from the edge to where lines begin, and how many are printed from there. */
  leftDots = 0
  areaDots: number
  side: 'left' | 'centre' | 'right' = 'left'
  spacing: number
  /** Where the next mark stands, from the left margin. */
  at = 0
  #line: Placed[] = []
  readonly #spacingAtFirst: number

  constructor(paper: PaperRoll, spacing: number) {
    this.paper = paper
    this.areaDots = paper.widthDots
    this.spacing = spacing
    this.#spacingAtFirst = spacing
  }

  get lineEmpty(): boolean {
    return this.#line.length === 0
  }

  /** Forgets the line that was gathered and how lines are to be. */
  reset(): void {
    this.leftDots = 0
    this.areaDots = this.paper.widthDots
    this.side = 'left'
    this.spacing = this.#spacingAtFirst
    this.dropLine()
  }

  /** A character; the line is ended before one that has no room in it. */
  *char(char: string, { bold, wide, tall }: Letter): Work {
    if (this.at + wide * cellWidth > this.areaDots) yield* this.endLine()
    const glyph = glyphOf(char, bold)
    this.put({
      width: cellWidth * wide,
      height: cellHeight * tall,
      black: (x, y) => ((glyph[Math.floor(y / tall)] ?? 0) & (0x800 >> Math.floor(x / wide))) !== 0,
    })
  }

  /** Dots in the line; those beyond its end are lost. */
  put(ink: Bitmap): void {
    this.#line.push({ left: this.at, ink: clipped(ink, this.areaDots - this.at) })
    this.at = Math.min(this.areaDots, this.at + ink.width)
  }

  /** @param feed dots to move on; without it, one line. A line is never pressed into less than its height. */
  *endLine(feed = this.spacing): Work {
    const height = this.#line.reduce((most, { ink }) => Math.max(most, ink.height), 0)
    const width = this.#line.reduce((most, { left, ink }) => Math.max(most, left + ink.width), 0)
    const top = this.paper.heightDots
    this.paper.feed(Math.max(feed, height))
    const from = this.#indent(width)
    for (const { left, ink } of this.#line) {
      for (let y = 0; y < ink.height; y++) this.#burnRow(ink, y, from + left, top + height - ink.height + y)
    }
    this.dropLine()
    yield 'moved'
  }

  /** A picture, bars or a symbol on rows of its own; what is beside the print area is lost. */
  *block(ink: Bitmap): Work {
    const cut = clipped(ink, this.areaDots)
    const from = this.#indent(cut.width)
    for (let y = 0; y < cut.height; y++) {
      this.paper.feed(1)
      this.#burnRow(cut, y, from, this.paper.heightDots - 1)
      yield 'moved'
    }
  }

  /** Figures in the middle of bars of a width, wherever those stand. */
  *caption(text: string, barsWidth: number): Work {
    const { side, leftDots, areaDots } = this
    const middle = this.#indent(barsWidth) + barsWidth / 2
    this.leftDots = Math.max(0, Math.floor(middle - (text.length * cellWidth) / 2))
    this.areaDots = this.paper.widthDots - this.leftDots
    this.side = 'left'
    for (const char of text) yield* this.char(char, { bold: false, wide: 1, tall: 1 })
    yield* this.endLine(0)
    Object.assign(this, { side, leftDots, areaDots })
  }

  /** Forgets the line that was gathered. */
  dropLine(): void {
    this.#line = []
    this.at = 0
  }

  #indent(width: number): number {
    const free = Math.max(0, this.areaDots - width)
    return this.leftDots + (this.side === 'right' ? free : this.side === 'centre' ? Math.floor(free / 2) : 0)
  }

  #burnRow(ink: Bitmap, y: number, left: number, top: number): void {
    for (let x = 0; x < ink.width; x++) if (ink.black(x, y)) this.paper.dot(left + x, top)
  }
}

const clipped = (ink: Bitmap, room: number): Bitmap =>
  ink.width <= room ? ink : { ...ink, width: Math.max(0, room) }

import type { ByteCursor } from './byte-cursor.ts'
import type { Dots, LinePiece, Run, Side } from './escpos-pieces.ts'

/** Characters of font A are 12 dots wide. */
const columnDots = 12

/** The line that is being gathered, and the modes that shape it. */
export class EscposLine {
  readonly #widthDots: number
  side: Side = 'left'
  bold = false
  wide = 1
  tall = 1
  spacing = 30
  leftDots = 0
  areaDots: number
  at = 0
  #runs: Run[] = []
  #dots: (Dots & { readonly atDots: number })[] = []

  constructor(widthDots: number) {
    this.#widthDots = widthDots
    this.areaDots = widthDots
  }

  get empty(): boolean {
    return this.#runs.length === 0 && this.#dots.length === 0
  }

  /** ESC @: also half a line is gone. */
  reset(): void {
    this.side = 'left'
    this.bold = false
    this.wide = 1
    this.tall = 1
    this.spacing = 30
    this.leftDots = 0
    this.areaDots = this.#widthDots
    this.#clear()
  }

  character(char: string, at: ByteCursor): void {
    const width = columnDots * this.wide
    if (this.at + width > this.areaDots) at.fail('the line is longer than the paper is wide')
    const last = this.#runs.at(-1)
    const { bold, wide, tall } = this
    const joins =
      last !== undefined &&
      last.bold === bold &&
      last.wide === wide &&
      last.tall === tall &&
      last.atDots + last.text.length * width === this.at
    if (joins) this.#runs[this.#runs.length - 1] = { ...last, text: last.text + char }
    else this.#runs.push({ text: char, bold, wide, tall, atDots: this.at })
    this.at += width
  }

  moveTo(dots: number, at: ByteCursor): void {
    if (dots < 0 || dots > this.areaDots) at.fail(`position ${dots} is beside the print area`)
    this.at = dots
  }

  margin(dots: number, at: ByteCursor): void {
    if (dots >= this.#widthDots) at.fail('GS L leaves no paper')
    this.leftDots = dots
    this.areaDots = Math.min(this.areaDots, this.#widthDots - dots)
  }

  area(dots: number, at: ByteCursor): void {
    if (dots === 0 || dots > this.#widthDots - this.leftDots) at.fail('GS W is wider than the paper')
    this.areaDots = dots
  }

  /** ESC * m nL nH d…: columns of eight dots (m 0, 1) or of 24 (m 32, 33); m even: two dots wide each. */
  image(at: ByteCursor): void {
    const m = at.byte()
    if (![0, 1, 32, 33].includes(m)) at.fail(`ESC *: no mode ${m}`)
    const columns = at.word()
    const perColumn = m >= 32 ? 3 : 1
    const { data, bytes } = at.data(columns * perColumn)
    const across = m % 2 === 0 ? 2 : 1
    const down = m >= 32 ? 1 : 3
    const widthDots = columns * across
    if (this.at + widthDots > this.areaDots) at.fail('ESC * reaches beside the print area')
    const black = (x: number, y: number): boolean => {
      const row = Math.floor(y / down)
      const byte = data[Math.floor(x / across) * perColumn + Math.floor(row / 8)] ?? 0
      return ((byte >> (7 - (row % 8))) & 1) === 1
    }
    this.#dots.push({ atDots: this.at, widthDots, rows: 24, black, bytes })
    this.at += widthDots
  }

  /** Ends the line. `null`: nothing stood in it. */
  take(feedDots: number): LinePiece | null {
    const line: LinePiece = {
      kind: 'line',
      side: this.side,
      text: textOf(this.#runs),
      runs: this.#runs,
      dots: this.#dots,
      feedDots,
    }
    const { empty } = this
    this.#clear()
    return empty ? null : line
  }

  #clear(): void {
    this.at = 0
    this.#runs = []
    this.#dots = []
  }
}

/** Runs beside each other, with as many blanks as the columns between them; at least one where there is a gap. */
function textOf(runs: readonly Run[]): string {
  let text = ''
  let end = 0
  for (const run of runs) {
    const gap = run.atDots - end
    if (gap > 0 && end > 0) text += ' '.repeat(Math.max(1, Math.round(gap / columnDots)))
    text += run.text
    end = run.atDots + run.text.length * columnDots * run.wide
  }
  return text
}

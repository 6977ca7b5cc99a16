import { encode as encodeQr } from 'uqr'
import { characterPages } from './characters.data.ts'
import type { ReadCommand } from './command-reader.ts'
import { type Glyph, glyphOf } from './glyphs.node.ts'
import { PaperRoll } from './paper-roll.ts'

interface Placed {
  readonly glyph: Glyph
  readonly wide: number
  readonly tall: number
}

/** Dots between the head and the knife: what `GS V 65/66` feeds before it cuts. */
const headToCutter = 72

const cellWidth = 12
const cellHeight = 24

/** What the head does with commands: its modes, the line it is gathering, and the paper under it. */
export class PrintHead {
  readonly paper: PaperRoll
  readonly #report: (what: string) => void
  #line: Placed[] = []
  #page = 0
  #side = 0
  #bold = false
  #wide = 1
  #tall = 1
  #spacing = 30
  #qrDots = 3
  #qrLevel = 48
  #qrData = ''

  constructor(widthDots: number, report: (what: string) => void) {
    this.paper = new PaperRoll(widthDots)
    this.#report = report
  }

  /** @returns `true` if the paper was cut. */
  run({ name, bytes }: ReadCommand): boolean {
    const n = bytes[0] ?? 0
    switch (name) {
      case 'char':
        this.#char(n)
        return false
      case 'LF':
        this.#endLine()
        return false
      case 'ESC @':
        this.#reset()
        return false
      case 'ESC t':
        if (characterPages[n] === undefined) this.#report(`code page ${n} is not in this printer`)
        this.#page = n
        return false
      case 'ESC a':
        if (this.#line.length > 0) this.#report('ESC a inside a line is ignored')
        else this.#side = n % 48
        return false
      case 'ESC E':
      case 'ESC G':
        this.#bold = (n & 1) === 1
        return false
      case 'ESC !':
        this.#bold = (n & 0x08) !== 0
        this.#tall = (n & 0x10) !== 0 ? 2 : 1
        this.#wide = (n & 0x20) !== 0 ? 2 : 1
        return false
      case 'GS !':
        this.#wide = (n >> 4) + 1
        this.#tall = (n & 7) + 1
        return false
      case 'ESC 2':
        this.#spacing = 30
        return false
      case 'ESC 3':
        this.#spacing = n
        return false
      case 'ESC J':
        this.#endLine(n)
        return false
      case 'ESC d':
        this.#endLine()
        if (n > 1) this.paper.feed((n - 1) * this.#spacing)
        return false
      case 'GS v 0':
        this.#raster(bytes)
        return false
      case 'GS ( k':
        this.#symbol(bytes)
        return false
      case 'GS V':
        return this.#cut(bytes)
      // Heard, and without effect on this printer: CR, Kanji off, font and set choice, real-time already answered.
      case 'CR':
      case 'FS .':
      case 'ESC M':
      case 'ESC R':
      case 'DLE':
        return false
      default:
        this.#report(`${name} is not simulated`)
        return false
    }
  }

  #reset(): void {
    this.#line = []
    this.#page = 0
    this.#side = 0
    this.#bold = false
    this.#wide = 1
    this.#tall = 1
    this.#spacing = 30
  }

  #char(code: number): void {
    const page = characterPages[this.#page] ?? characterPages[0] ?? ''
    const char = code < 0x80 ? String.fromCharCode(code) : (page[code - 0x80] ?? ' ')
    const used = this.#line.reduce((sum, each) => sum + each.wide * cellWidth, 0)
    if (used + this.#wide * cellWidth > this.paper.widthDots) this.#endLine()
    this.#line.push({ glyph: glyphOf(char, this.#bold), wide: this.#wide, tall: this.#tall })
  }

  /** @param feed dots to move on; without it, one line. */
  #endLine(feed = this.#spacing): void {
    const height = this.#line.reduce((most, each) => Math.max(most, each.tall * cellHeight), 0)
    const width = this.#line.reduce((sum, each) => sum + each.wide * cellWidth, 0)
    const top = this.paper.heightDots
    this.paper.feed(Math.max(feed, height))
    let x = this.#indent(width)
    for (const each of this.#line) {
      this.#burn(each, x, top + height - each.tall * cellHeight)
      x += each.wide * cellWidth
    }
    this.#line = []
  }

  #indent(width: number): number {
    const free = Math.max(0, this.paper.widthDots - width)
    return this.#side === 2 ? free : this.#side === 1 ? Math.floor(free / 2) : 0
  }

  #burn({ glyph, wide, tall }: Placed, left: number, top: number): void {
    for (let y = 0; y < cellHeight * tall; y++) {
      const bits = glyph[Math.floor(y / tall)] ?? 0
      if (bits === 0) continue
      for (let x = 0; x < cellWidth * wide; x++)
        if ((bits & (0x800 >> Math.floor(x / wide))) !== 0) this.paper.dot(left + x, top + y)
    }
  }

  /** m xL xH yL yH d… */
  #raster(bytes: Uint8Array): void {
    if (this.#line.length > 0) {
      this.#report('GS v 0 inside a line is ignored')
      return
    }
    const perRow = (bytes[1] ?? 0) + (bytes[2] ?? 0) * 256
    const rows = (bytes[3] ?? 0) + (bytes[4] ?? 0) * 256
    const left = this.#indent(perRow * 8)
    const top = this.paper.heightDots
    this.paper.feed(rows)
    for (let y = 0; y < rows; y++)
      for (let x = 0; x < perRow * 8; x++)
        if (((bytes[5 + y * perRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0)
          this.paper.dot(left + x, top + y)
  }

  /** cn fn … : QR only. No quiet zone of its own; nothing if wider than the paper. */
  #symbol(bytes: Uint8Array): void {
    const [kind, fn, n] = bytes
    if (kind !== 0x31) this.#report('GS ( k: only QR is simulated')
    else if (fn === 0x43) this.#qrDots = n ?? 3
    else if (fn === 0x45) this.#qrLevel = n ?? 48
    else if (fn === 0x50) this.#qrData = String.fromCharCode(...bytes.subarray(3))
    else if (fn === 0x51) this.#drawQr()
    else if (fn !== 0x41) this.#report(`GS ( k function ${fn} is not simulated`)
  }

  #drawQr(): void {
    const ecc = (['L', 'M', 'Q', 'H'] as const)[this.#qrLevel - 48] ?? 'L'
    const { data } = encodeQr(this.#qrData, { ecc, border: 0, boostEcc: false })
    const width = data.length * this.#qrDots
    if (this.#qrData === '' || width > this.paper.widthDots) {
      this.#report('the QR symbol is empty or wider than the paper: nothing printed')
      return
    }
    const left = this.#indent(width)
    const top = this.paper.heightDots
    this.paper.feed(width)
    data.forEach((line, my) => {
      line.forEach((black, mx) => {
        if (!black) return
        for (let y = 0; y < this.#qrDots; y++)
          for (let x = 0; x < this.#qrDots; x++)
            this.paper.dot(left + mx * this.#qrDots + x, top + my * this.#qrDots + y)
      })
    })
  }

  #cut(bytes: Uint8Array): boolean {
    if (this.#line.length > 0) {
      this.#report('GS V inside a line is ignored')
      return false
    }
    const mode = bytes[0] ?? 0
    if (mode === 65 || mode === 66) this.paper.feed(headToCutter + (bytes[1] ?? 0))
    return true
  }
}

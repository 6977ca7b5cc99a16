import { barcodeSymbol } from './barcode-data.ts'
import { characterPages } from './characters.data.ts'
import type { ReadCommand } from './command-reader.ts'
import { graphicsBitmap, imageBitmap, rasterBitmap } from './images.ts'
import { type Bitmap, barsBitmap } from './mechanism/bitmap.ts'
import type { Carriage, Work } from './mechanism/carriage.ts'
import { qrBitmap } from './mechanism/symbols.ts'
import { changeMode, initialModes, type Modes } from './modes.ts'

/** Dots between the head and the knife: what `GS V 65/66` feeds before it cuts. */
const headToCutter = 72

export interface HeadOptions {
  /** Numbers by which this model knows pages besides the makers' usual ones: `{ 4: 19 }`. */
  readonly codePages: Readonly<Record<number, number>>
  /** A clone whose ESC @ does nothing. */
  readonly keepsModes: boolean
}

/** What the head does with ESC/POS commands: its modes, and what they make of the paper under it. */
export class PrintHead {
  readonly #carriage: Carriage
  readonly #report: (what: string) => void
  readonly #options: HeadOptions
  #modes: Modes = initialModes()
  #graphics: Bitmap | null = null
  #areaWanted = Number.POSITIVE_INFINITY

  constructor(carriage: Carriage, options: HeadOptions, report: (what: string) => void) {
    this.#carriage = carriage
    this.#options = options
    this.#report = report
  }

  /** As after power on. */
  reset(): void {
    this.#modes = initialModes()
    this.#graphics = null
    this.#areaWanted = Number.POSITIVE_INFINITY
    this.#carriage.reset()
  }

  *run(command: ReadCommand): Work {
    if (changeMode(this.#modes, command, this.#report)) return
    const { name, bytes } = command
    const carriage = this.#carriage
    const n = bytes[0] ?? 0
    switch (name) {
      case 'char':
        return yield* carriage.char(this.#character(n), this.#modes)
      case 'LF':
        return yield* carriage.endLine()
      case 'ESC @':
        if (!this.#options.keepsModes) this.reset()
        return
      case 'ESC t':
        if (this.#page(n) === undefined) this.#report(`code page ${n} is not in this printer`)
        this.#modes.page = n
        return
      case 'ESC a':
        return this.#align(n)
      case 'ESC 2':
        carriage.spacing = 30
        return
      case 'ESC 3':
        carriage.spacing = n
        return
      case 'ESC J':
        return yield* carriage.endLine(n)
      case 'ESC d':
        return yield* this.#feedLines(n)
      case 'GS P':
        return this.#units(n, bytes[1] ?? 0)
      case 'ESC $':
        return this.#moveTo(word(bytes, 0), 'ESC $')
      case 'ESC \\':
        return this.#moveTo(carriage.at + signedWord(bytes, 0), 'ESC \\')
      case 'GS L':
        return this.#margin(word(bytes, 0))
      case 'GS W':
        return this.#area(word(bytes, 0))
      case 'ESC *':
        return carriage.put(imageBitmap(bytes))
      case 'GS v 0':
        return yield* this.#onOwnRows(name, rasterBitmap(bytes))
      case 'GS ( L':
        return yield* this.#stored(bytes)
      case 'GS ( k':
        return yield* this.#symbol(bytes)
      case 'GS k':
        return yield* this.#barcode(bytes)
      case 'GS k refused':
        return this.#report('GS k: wrong data, printed as text')
      case 'GS V':
        return yield* this.#cut(n, bytes[1] ?? 0)
      case 'ESC i':
      case 'ESC m':
        return yield* this.#cut(1, 0)
      // Heard, and without effect on this printer: padding, CR, Kanji off, font and set choice, real time already answered.
      case 'NUL':
      case 'CR':
      case 'FS .':
      case 'ESC M':
      case 'ESC R':
      case 'GS f':
      case 'DLE':
        return
      default:
        this.#report(`${name} is not simulated`)
    }
  }

  #page(n: number): string | undefined {
    return characterPages[this.#options.codePages[n] ?? n]
  }

  #character(code: number): string {
    if (code < 0x80) return String.fromCharCode(code)
    return (this.#page(this.#modes.page) ?? characterPages[0] ?? '')[code - 0x80] ?? ' '
  }

  #align(n: number): void {
    const side = (['left', 'centre', 'right'] as const)[n % 48]
    if (!this.#carriage.lineEmpty) this.#report('ESC a inside a line is ignored')
    else if (side === undefined) this.#report(`ESC a ${n} is out of range: ignored`)
    else this.#carriage.side = side
  }

  *#feedLines(lines: number): Work {
    yield* this.#carriage.endLine(lines === 0 ? 0 : this.#carriage.spacing)
    for (let line = 1; line < lines; line++) yield* this.#carriage.endLine()
  }

  /** This printer counts in its own dots, 203 an inch, and has no other unit; 0 asks for its own. */
  #units(across: number, down: number): void {
    if (![0, 203].includes(across) || ![0, 203].includes(down))
      this.#report(`GS P ${across} ${down}: only dots are simulated`)
  }

  #moveTo(dots: number, name: string): void {
    if (dots < 0 || dots > this.#carriage.areaDots)
      this.#report(`${name} leads out of the print area: ignored`)
    else this.#carriage.at = dots
  }

  #margin(dots: number): void {
    if (!this.#carriage.lineEmpty) this.#report('GS L inside a line is ignored')
    else {
      this.#carriage.leftDots = Math.min(dots, this.#carriage.paper.widthDots)
      this.#fitArea()
    }
  }

  #area(dots: number): void {
    if (!this.#carriage.lineEmpty) this.#report('GS W inside a line is ignored')
    else {
      this.#areaWanted = dots
      this.#fitArea()
    }
  }

  /** The area never reaches over the edge of the paper, whatever was asked for. */
  #fitArea(): void {
    const { paper, leftDots } = this.#carriage
    this.#carriage.areaDots = Math.min(this.#areaWanted, paper.widthDots - leftDots)
  }

  *#onOwnRows(name: string, ink: Bitmap | null): Work {
    if (!this.#carriage.lineEmpty) this.#report(`${name} inside a line is ignored`)
    else if (ink === null) this.#report(`${name} without a size is ignored`)
    else yield* this.#carriage.block(ink)
  }

  /** GS ( L: fn 112 keeps a picture, fn 2 or 50 prints what was kept. */
  *#stored(bytes: Uint8Array): Work {
    const fn = bytes[1]
    if (bytes[0] !== 48) this.#report('GS ( L with another m than 48 is ignored')
    else if (fn === 112) {
      this.#graphics = graphicsBitmap(bytes)
      if (this.#graphics === null) this.#report('GS ( L fn 112 is malformed: ignored')
    } else if (fn === 2 || fn === 50) {
      const kept = this.#graphics
      this.#graphics = null
      if (kept === null) this.#report('GS ( L: nothing is kept to print')
      else yield* this.#onOwnRows('GS ( L', kept)
    } else this.#report(`GS ( L function ${fn} is not simulated`)
  }

  /** cn fn … : QR only. No quiet zone of its own; nothing if wider than the print area. */
  *#symbol(bytes: Uint8Array): Work {
    const [kind, fn, n = 0] = bytes
    const modes = this.#modes
    if (kind !== 0x31) this.#report('GS ( k: only QR is simulated')
    else if (fn === 0x43 && n >= 1 && n <= 16) modes.qrDots = n
    else if (fn === 0x45 && n >= 48 && n <= 51) modes.qrLevel = n - 48
    else if (fn === 0x50) modes.qrData = bytes.slice(3)
    else if (fn === 0x51) yield* this.#drawQr()
    else if (fn !== 0x41) this.#report(`GS ( k function ${fn} ${n} is not simulated`)
  }

  *#drawQr(): Work {
    const { qrData, qrLevel, qrDots } = this.#modes
    const ink = qrData.length === 0 ? null : qrBitmap(qrData, qrLevel, qrDots)
    if (ink === null || ink.width > this.#carriage.areaDots)
      this.#report('the QR symbol is empty or wider than the paper: nothing printed')
    else yield* this.#onOwnRows('GS ( k', ink)
  }

  *#barcode(bytes: Uint8Array): Work {
    const symbol = barcodeSymbol(bytes)
    if (symbol === null) return this.#report(`GS k ${bytes[0]} is not simulated`)
    const { barModule, barHeight, barText } = this.#modes
    const ink = barsBitmap(symbol.modules, barModule, barHeight)
    if (symbol.remark !== null) this.#report(symbol.remark)
    if (ink.width > this.#carriage.areaDots)
      return this.#report('the bar code is wider than the paper: nothing printed')
    if (!this.#carriage.lineEmpty) return this.#report('GS k inside a line is ignored')
    if ((barText & 1) !== 0) yield* this.#carriage.caption(symbol.text, ink.width)
    yield* this.#carriage.block(ink)
    if ((barText & 2) !== 0) yield* this.#carriage.caption(symbol.text, ink.width)
  }

  *#cut(mode: number, feed: number): Work {
    if (!this.#carriage.lineEmpty) return this.#report('GS V inside a line is ignored')
    if (mode === 65 || mode === 66) {
      this.#carriage.paper.feed(headToCutter + feed)
      yield 'moved'
    }
    yield 'cut'
  }
}

const word = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256
const signedWord = (bytes: Uint8Array, at: number): number => {
  const value = word(bytes, at)
  return value < 0x8000 ? value : value - 0x1_00_00
}

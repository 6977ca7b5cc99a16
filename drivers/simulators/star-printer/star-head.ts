import { characterPages } from '../printer/characters.data.ts'
import { barsBitmap, columnsBitmap, rowsBitmap } from '../printer/mechanism/bitmap.ts'
import type { Carriage, Work } from '../printer/mechanism/carriage.ts'
import { qrBitmap } from '../printer/mechanism/symbols.ts'
import { starBars } from './star-bars.ts'
import type { StarCommand } from './star-command-reader.ts'

/** Dots between the head and the knife: what ESC d 2 and 3 move on before they cut. */
const headToKnife = 72
const columnDots = 12
/** 4 mm and 3 mm at 8 dots a millimetre. */
export const wideSpacing = 32
const narrowSpacing = 24

/** Star's numbers of code pages, and the makers' usual ones of ours: 437, 858, 1252. Source: receiptline `_star.codepage`. */
const pages: Readonly<Record<number, number>> = { 0: 0, 1: 0, 4: 19, 32: 16 }

/** What ESC @ brings back. */
const initialModes = () => ({
  page: 0,
  bold: false,
  wide: 1,
  tall: 1,
  qrLevel: 0,
  qrDots: 3,
  qrData: new Uint8Array(),
})

/** What the head does with StarPRNT commands. */
export class StarHead {
  readonly #carriage: Carriage
  readonly #report: (what: string) => void
  #modes = initialModes()

  constructor(carriage: Carriage, report: (what: string) => void) {
    this.#carriage = carriage
    this.#report = report
  }

  reset(): void {
    this.#modes = initialModes()
    this.#carriage.reset()
  }

  *run({ name, bytes }: StarCommand): Work {
    const n = bytes[0] ?? 0
    if (name === 'char') yield* this.#carriage.char(this.#character(n), this.#modes)
    else if (name === 'LF') yield* this.#carriage.endLine()
    else if (Object.hasOwn(this.#moving, name)) yield* this.#moving[name]?.(bytes) ?? []
    else if (Object.hasOwn(this.#setting, name)) this.#setting[name]?.(n, bytes)
    // Heard, and without effect here: CR, right way up, font A, no extra space between characters, Kanji off, …
    else if (!quiet(name, n)) this.#report(`${name} is not simulated`)
  }

  #character(code: number): string {
    if (code < 0x80) return String.fromCharCode(code)
    return (characterPages[pages[this.#modes.page] ?? 0] ?? '')[code - 0x80] ?? ' '
  }

  /** Commands that move the paper. */
  readonly #moving: Readonly<Record<string, (bytes: Uint8Array) => Work>> = {
    'ESC a': (bytes) => this.#feedLines(bytes[0] ?? 0),
    'ESC J': (bytes) => this.#carriage.endLine((bytes[0] ?? 0) * 2),
    'ESC I': (bytes) => this.#carriage.endLine(bytes[0] ?? 0),
    'ESC GS S': (bytes) => this.#raster(bytes),
    'ESC GS y P': () => this.#qr(),
    'ESC b': (bytes) => this.#bars(bytes),
    'ESC d': (bytes) => this.#cut(bytes[0] ?? 0),
  }

  /** Commands that change how what follows is printed, or put dots in the line. */
  readonly #setting: Readonly<Record<string, (n: number, bytes: Uint8Array) => void>> = {
    'ESC @': () => this.reset(),
    'ESC E': () => {
      this.#modes.bold = true
    },
    'ESC F': () => {
      this.#modes.bold = false
    },
    'ESC i': (n, bytes) => this.#size(n, bytes[1] ?? 0),
    'ESC W': (n) => this.#size(this.#modes.tall - 1, n % 48),
    'ESC h': (n) => this.#size(n % 48, this.#modes.wide - 1),
    'ESC 0': () => {
      this.#carriage.spacing = narrowSpacing
    },
    'ESC z': (n) => {
      if (n % 48 === 1) this.#carriage.spacing = wideSpacing
      else this.#report(`ESC z ${n} is out of range: ignored`)
    },
    'ESC GS a': (n) => {
      const side = (['left', 'centre', 'right'] as const)[n % 48]
      if (side === undefined) this.#report(`ESC GS a ${n} is out of range: ignored`)
      else if (!this.#carriage.lineEmpty) this.#report('ESC GS a inside a line is ignored')
      else this.#carriage.side = side
    },
    'ESC GS t': (n) => {
      if (pages[n] === undefined) this.#report(`code page ${n} is not in this printer`)
      this.#modes.page = n
    },
    'ESC GS A': (_, bytes) => this.#moveTo(word(bytes, 0)),
    'ESC GS R': (_, bytes) => this.#moveTo(this.#carriage.at + signedWord(bytes, 0)),
    'ESC l': (n) => this.#margins(n * columnDots, this.#carriage.leftDots + this.#carriage.areaDots),
    'ESC Q': (n) => this.#margins(this.#carriage.leftDots, n * columnDots),
    'ESC X': (_, bytes) => this.#carriage.put(columnsBitmap(bytes.subarray(2), 3)),
    'ESC k': (_, bytes) => this.#carriage.put(rowsBitmap(bytes.subarray(2), word(bytes, 0), 24)),
    'ESC GS y S': (_, [which, n = 0]) => {
      if (which === 0x31 && n <= 3) this.#modes.qrLevel = n
      else if (which === 0x32 && n >= 1 && n <= 8) this.#modes.qrDots = n
      else if (which !== 0x30 || n !== 2) this.#report(`ESC GS y S ${which} ${n} is not simulated`)
    },
    'ESC GS y D': (n, bytes) => {
      if (n === 0 && bytes.length > 3) this.#modes.qrData = bytes.slice(3)
      else this.#report('ESC GS y D out of range: ignored')
    },
  }

  #size(tall: number, wide: number): void {
    if (tall > 5 || wide > 5) this.#report(`a size of ${wide + 1} by ${tall + 1} is out of range: ignored`)
    else Object.assign(this.#modes, { tall: tall + 1, wide: wide + 1 })
  }

  #moveTo(dots: number): void {
    if (dots < 0 || dots > this.#carriage.areaDots)
      this.#report('a position beside the print area is ignored')
    else this.#carriage.at = dots
  }

  /** @param right from the edge of the paper, not from the left margin */
  #margins(left: number, right: number): void {
    const end = Math.min(right, this.#carriage.paper.widthDots)
    if (end - left < 3 * columnDots) this.#report('margins that leave no room are ignored')
    else Object.assign(this.#carriage, { leftDots: left, areaDots: end - left })
  }

  *#feedLines(lines: number): Work {
    if (lines < 1 || lines > 127) this.#report(`ESC a ${lines} is out of range: ignored`)
    else for (let line = 0; line < lines; line++) yield* this.#carriage.endLine()
  }

  /** m xL xH yL yH n d…; a line that was begun is printed first. */
  *#raster(bytes: Uint8Array): Work {
    const [perRow, rows] = [word(bytes, 1), word(bytes, 3)]
    if (bytes[0] !== 1 || bytes[5] !== 0 || perRow === 0 || rows === 0)
      this.#report('ESC GS S out of range: ignored')
    else {
      yield* this.#finishLine()
      yield* this.#carriage.block(rowsBitmap(bytes.subarray(6), perRow, rows))
    }
  }

  *#qr(): Work {
    const { qrData, qrLevel, qrDots } = this.#modes
    const ink = qrData.length === 0 ? null : qrBitmap(qrData, qrLevel, qrDots)
    if (ink === null || ink.width > this.#carriage.areaDots)
      this.#report('the QR symbol is empty or wider than the paper: nothing printed')
    else {
      yield* this.#finishLine()
      yield* this.#carriage.block(ink)
    }
  }

  *#bars(bytes: Uint8Array): Work {
    const bars = starBars(bytes)
    if (typeof bars === 'string') this.#report(bars)
    else if (bars.modules.length * bars.moduleDots > this.#carriage.areaDots)
      this.#report('the bar code is wider than the paper: nothing printed')
    else if (!bars.feeds) this.#report('ESC b without a line feed is not simulated')
    else {
      const ink = barsBitmap(bars.modules, bars.moduleDots, bars.height)
      yield* this.#finishLine()
      yield* this.#carriage.block(ink)
      if (bars.figures) yield* this.#carriage.caption(bars.text, ink.width)
    }
  }

  *#cut(mode: number): Work {
    const kind = mode % 48
    if (kind > 3) this.#report(`ESC d ${mode} is out of range: ignored`)
    else {
      yield* this.#finishLine()
      if (kind >= 2) yield* this.#carriage.endLine(headToKnife)
      yield 'cut'
    }
  }

  *#finishLine(): Work {
    if (!this.#carriage.lineEmpty) yield* this.#carriage.endLine()
  }
}

/** Settings to what they are anyway. */
const quiet = (name: string, n: number): boolean =>
  ['NUL', 'CR', 'DC2', 'ESC 5', 'ESC q'].includes(name) ||
  (['ESC RS F', 'ESC  ', 'ESC -', 'ESC _', 'ESC $', 'ESC s', 'ESC R', 'ESC /', 'ESC RS R'].includes(name) &&
    n % 48 === 0)

const word = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256
const signedWord = (bytes: Uint8Array, at: number): number => {
  const value = word(bytes, at)
  return value < 0x8000 ? value : value - 0x1_00_00
}

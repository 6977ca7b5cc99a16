import type { BarSymbology } from '../layout/bars.ts'
import { type Strip, splitRows } from '../layout/strip.ts'
import type { PrinterProfile } from '../printer.ts'
import { withoutRealTime } from './real-time.ts'

/**
 * The StarPRNT commands we use, one function each. [D] the maker's manuals (StarPRNT Command Specifications, STAR Line
 * Mode Command Specifications); [S] two libraries that drive these printers agree, the manual was not at hand.
 */

const ESC = 0x1b
const GS = 0x1d
const RS = 0x1e

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const ascii = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0))
const word = (value: number): number[] => [value & 0xff, value >> 8]

/** ESC @ [D], ESC z 1: 4 mm a line [D], ESC GS t n: the code page [S]. A known state, said aloud. */
export const initialise = (page: number): Uint8Array => bytes(ESC, 0x40, ESC, 0x7a, 1, ...codePage(page))

/** ESC GS t n: the page of the letters beyond ASCII, by Star's number [S]. */
export const codePage = (page: number): Uint8Array => bytes(ESC, GS, 0x74, page)

export const lineFeed = bytes(0x0a)

/** ESC a n: feeds lines (alignment is ESC GS a). [1, 127] [D] */
const feedLines = (lines: number): Uint8Array => bytes(ESC, 0x61, lines)

/** ESC I n: feeds n eighths of a millimetre, which are dots. Any number of rows. [D] */
export function feedDots(rows: number): Uint8Array {
  const parts: number[] = []
  for (let left = rows; left > 0; left -= 255) parts.push(ESC, 0x49, Math.min(255, left))
  return Uint8Array.from(parts)
}

/** ESC GS A nL nH: where the next letter stands, in dots from the left [D]. */
export const position = (x: number): Uint8Array => bytes(ESC, GS, 0x41, ...word(x))

/** ESC GS a n [D]. */
export const align = (side: 'left' | 'center' | 'right'): Uint8Array =>
  bytes(ESC, GS, 0x61, side === 'left' ? 0 : side === 'center' ? 1 : 2)

/** ESC E on, ESC F off [D]. */
export const bold = (on: boolean): Uint8Array => bytes(ESC, on ? 0x45 : 0x46)

/** ESC i n1 n2: height and width, each minus one [D]. */
export const size = (times: 1 | 2): Uint8Array => bytes(ESC, 0x69, times - 1, times - 1)

/** ESC GS S 1 xL xH yL yH 0: a strip of raster, x in bytes; the paper moves by its rows [S]. */
export function raster(strip: Strip): Uint8Array {
  const { bytesPerRow, rows, data } = strip
  const out = new Uint8Array(9 + data.length)
  out.set([ESC, GS, 0x53, 1, ...word(bytesPerRow), ...word(rows), 0])
  out.set(withoutRealTime(data), 9)
  return out
}

/** Rows of one band of Star Line Mode. */
const bandRows = 24

/** ESC 0 (3 mm a line, which is 24 dots), ESC k n1 n2 d… LF for each 24 rows [S], ESC z 1: Star Line Mode's raster. */
export function bands(strip: Strip): Uint8Array {
  const parts = splitRows(strip, bandRows).flatMap(({ bytesPerRow, data }) => {
    const band = new Uint8Array(bytesPerRow * bandRows)
    band.set(withoutRealTime(data))
    return [bytes(ESC, 0x6b, ...word(bytesPerRow)), band, lineFeed]
  })
  return Buffer.concat([bytes(ESC, 0x30), ...parts, bytes(ESC, 0x7a, 1)])
}

/**
 * ESC GS y: QR model 2, correction level M, module size, data, print [D]. No quiet zone of its own.
 * @param data printable ASCII. @param moduleDots [1, 8]
 */
export function qr(data: string, moduleDots: number): Uint8Array {
  return Uint8Array.from([
    ...[ESC, GS, 0x79, 0x53, 0x30, 2],
    ...[ESC, GS, 0x79, 0x53, 0x31, 1],
    ...[ESC, GS, 0x79, 0x53, 0x32, Math.min(8, moduleDots)],
    ...[ESC, GS, 0x79, 0x44, 0x31, 0, ...word(data.length), ...ascii(data)],
    ...[ESC, GS, 0x79, 0x50],
  ])
}

export interface StarBars {
  readonly symbology: BarSymbology
  readonly data: string
  /** [2, 4] */
  readonly moduleDots: number
  /** [8, 255] */
  readonly heightDots: number
  /** The data in figures below. */
  readonly text: boolean
}

/** ESC b n1 n2 n3 n4 d… RS: bars, and one line on [D]. In Code 128 `%` begins a function and is written `%0` [D]. */
export function bars({ symbology, data, moduleDots, heightDots, text }: StarBars): Uint8Array {
  const ean = symbology === 'ean13'
  const written = ean ? data : data.replaceAll('%', '%0')
  return bytes(ESC, 0x62, ean ? 3 : 6, text ? 2 : 1, moduleDots - 1, heightDots, ...ascii(written), RS)
}

/** ESC d 2/3: feeds to the cutter, then cuts [D]; without a cutter, past the tear bar. */
export const cut = (kind: PrinterProfile['cut']): Uint8Array =>
  kind === 'none' ? feedLines(5) : bytes(ESC, 0x64, kind === 'partial' ? 3 : 2)

/**
 * ESC BEL n1 n2 and BEL: pulse of n1 × 10 ms on the first drawer [D]. The second one, SUB, has a pulse of the printer's
 * own [D].
 */
export const kick = (drawer: NonNullable<PrinterProfile['drawer']>): Uint8Array =>
  drawer.pin === 5 ? bytes(0x1a) : bytes(ESC, 0x07, tenMs(drawer.onMs), tenMs(drawer.offMs), 0x07)

const tenMs = (ms: number): number => Math.min(127, Math.max(1, Math.round(ms / 10)))

/** ESC ACK SOH: the printer sends its automatic status at once, whatever is in its buffer [D]. */
export const askStatus = bytes(ESC, 0x06, 0x01)

/** ETB: counts up when all before it is printed, and tells where automatic status is on [D]. */
export const countPrinted = bytes(0x17)

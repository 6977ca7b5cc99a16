import type { Strip } from '../layout/strip.ts'
import type { PrinterProfile } from '../printer.ts'
import { withoutRealTime } from './real-time.ts'

/** The ESC/POS commands we use, one function each. Source: Epson ESC/POS command reference. */

const ESC = 0x1b
const GS = 0x1d
const FS = 0x1c
const DLE = 0x10

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

/** ESC @, FS . (leaves Kanji mode, which some printers start in), ESC t n: a known state, said aloud. */
export const initialise = (page: number): Uint8Array => bytes(ESC, 0x40, FS, 0x2e, ...codePage(page))

/** ESC t n: the page of the letters beyond ASCII, by this printer's own number. */
export const codePage = (page: number): Uint8Array => bytes(ESC, 0x74, page)

export const lineFeed = bytes(0x0a)

/** ESC d n. @param lines [0, 255] */
const feedLines = (lines: number): Uint8Array => bytes(ESC, 0x64, lines)

/**
 * GS P 0 203: from here on feeds are counted in dots of 203 dpi. Epson counts in half dots unless told (1/360 or 1/406
 * inch: TM-T88III and TM-T90 specifications, GS P), others in dots. On a head of 180 dpi a feed comes out an eighth short.
 */
export const feedInDots = bytes(GS, 0x50, 0, 203)

/** ESC J n, as often as it takes. Only at the start of a line, where there is nothing to print first. */
export function feedDots(dots: number): Uint8Array {
  const out: number[] = []
  for (let left = dots; left > 0; left -= 255) out.push(ESC, 0x4a, Math.min(left, 255))
  return Uint8Array.from(out)
}

/** ESC $ nL nH: dots from the left margin; the horizontal unit is one dot unless GS P says otherwise. */
export const position = (x: number): Uint8Array => bytes(ESC, 0x24, x & 0xff, x >> 8)

/** ESC * 33 nL nH: dots as tall as the letters, in the line. @param columns three bytes each. */
export function dots(columns: Uint8Array): Uint8Array {
  const count = columns.length / 3
  const out = new Uint8Array(5 + columns.length)
  out.set([ESC, 0x2a, 33, count & 0xff, count >> 8])
  out.set(withoutRealTime(columns), 5)
  return out
}

/** ESC a n. Only at the start of a line. */
export const align = (side: 'left' | 'center' | 'right'): Uint8Array =>
  bytes(ESC, 0x61, side === 'left' ? 0 : side === 'center' ? 1 : 2)

/** ESC E n. */
export const bold = (on: boolean): Uint8Array => bytes(ESC, 0x45, on ? 1 : 0)

/** GS ! n: width in the high half, height in the low, each minus one. */
export const size = (times: 1 | 2): Uint8Array => bytes(GS, 0x21, times === 2 ? 0x11 : 0x00)

/**
 * After a job that broke off, for clones whose ESC @ clears nothing: ESC J 0 prints what of a line is left (no line, no
 * paper), for ESC a is only obeyed at the start of one; then the modes one by one. Others forget that line by ESC @.
 */
export const afresh: Uint8Array = Buffer.concat([
  bytes(ESC, 0x40),
  bytes(ESC, 0x4a, 0),
  align('left'),
  bold(false),
  size(1),
])

/** GS v 0: raster, x in bytes, y in rows. Real-time command bytes never stand in the dots. */
export function raster(strip: Strip): Uint8Array {
  const { bytesPerRow, rows, data } = strip
  const out = new Uint8Array(8 + data.length)
  out.set([GS, 0x76, 0x30, 0, bytesPerRow & 0xff, bytesPerRow >> 8, rows & 0xff, rows >> 8])
  out.set(withoutRealTime(data), 8)
  return out
}

/**
 * GS ( k: QR model 2, module size, correction level M, data, print.
 * @param data printable ASCII. @param moduleDots [1, 16]
 */
export function qr(data: string, moduleDots: number): Uint8Array {
  const length = data.length + 3
  return Uint8Array.from([
    ...[GS, 0x28, 0x6b, 4, 0, 0x31, 0x41, 0x32, 0],
    ...[GS, 0x28, 0x6b, 3, 0, 0x31, 0x43, moduleDots],
    ...[GS, 0x28, 0x6b, 3, 0, 0x31, 0x45, 0x31],
    ...[GS, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, 0x50, 0x30],
    ...Array.from(data, (char) => char.charCodeAt(0)),
    ...[GS, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30],
  ])
}

export interface NativeBars {
  /** `m` of GS k, form B. */
  readonly system: 67 | 73
  readonly data: Uint8Array
}

/** GS h, GS w, GS H, GS k m n: height, narrowest bar, the figures below or not, then the bars (form B, counted). */
export function bars(code: NativeBars, moduleDots: number, heightDots: number, figures: boolean): Uint8Array {
  return Uint8Array.from([
    ...[GS, 0x68, heightDots, GS, 0x77, moduleDots, GS, 0x48, figures ? 2 : 0],
    ...[GS, 0x6b, code.system, code.data.length, ...code.data],
  ])
}

/** GS V 65/66 0: feeds to the cutter, then cuts; without a cutter, past the tear bar. Only at the start of a line. */
export const cut = (kind: PrinterProfile['cut']): Uint8Array =>
  kind === 'none' ? feedLines(5) : bytes(GS, 0x56, kind === 'partial' ? 66 : 65, 0)

/** ESC p m t1 t2, all five bytes: with fewer, the first bytes of the next job become the times. Times in 2 ms. */
export const kick = (drawer: NonNullable<PrinterProfile['drawer']>): Uint8Array =>
  bytes(ESC, 0x70, drawer.pin === 2 ? 0 : 1, halfMs(drawer.onMs), halfMs(drawer.offMs))

const halfMs = (ms: number): number => Math.min(255, Math.max(1, Math.round(ms / 2)))

/** DLE EOT n: the printer answers one byte at once, whatever is in its buffer. */
export const askStatus = (n: 1 | 2 | 3 | 4): Uint8Array => bytes(DLE, 0x04, n)

/**
 * GS ( H fn 48: answers `37 22 id 00` when everything before it is printed.
 * @param id four printable characters.
 */
export const askProcessId = (id: string): Uint8Array =>
  Uint8Array.from([GS, 0x28, 0x48, 6, 0, 48, 48, ...Array.from(id, (char) => char.charCodeAt(0))])

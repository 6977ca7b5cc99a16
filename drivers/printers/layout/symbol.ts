import { encode as encodeQr } from 'uqr'
import { type BarSymbology, barsOf, quietModules } from './bars.ts'
import { blacken, blankStrip, type Strip } from './strip.ts'

/**
 * Dots of a QR module: 0.75 mm at 203 dpi, readable from a worn head; 0.5 mm where the symbol would else be larger than
 * anybody holds a telephone over; never under 0.25 mm, which a telephone still tells apart on thermal paper.
 */
const qrDots = { most: 6, large: 4, least: 2 } as const
/** 45 mm. */
const handyDots = 360
/** Paper beside what the head reaches, dots: 2 mm on every roll. It is as white as the quiet zone has to be. */
const edgeDots = 16
/** White modules around a QR: ISO/IEC 18004 §9.1. */
const qrQuiet = 4
/** Dots of the narrowest bar: 0.375 mm where there is room, at least 0.25 mm (GS1 General Specifications §5.5). */
const barDots = { most: 3, least: 2 } as const
/** Height of the bars, 10 mm at 203 dpi: a hand scanner finds them at any angle that crosses both ends. */
export const barHeightDots = 80

/** A QR as it will stand on the paper. */
export interface FittedQr {
  readonly data: string
  /** Modules across, without the quiet zone. */
  readonly size: number
  readonly moduleDots: number
}

/**
 * Bytes that a QR of version 1, 2, … holds at level M (ISO/IEC 18004 table 7): its size without drawing it, and for a
 * printer that knows no shorter way to say digits.
 */
const qrCapacity = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624,
] as const

/**
 * A QR in the largest modules that fit; printers print nothing at all of one that is too wide.
 * @returns `null` if the data is not 1 to 600 printable ASCII characters, or too long for this paper.
 */
export function fitQr(data: string, widthDots: number): FittedQr | null {
  if (!/^[\x20-\x7e]{1,600}$/.test(data)) return null
  const size = 21 + 4 * qrCapacity.findIndex((bytes) => bytes >= data.length)
  const handy = Math.max(qrDots.large, Math.min(qrDots.most, Math.floor(handyDots / size)))
  const moduleDots = Math.min(handy, largestModule(size, 2 * qrQuiet, widthDots))
  return moduleDots < qrDots.least ? null : { data, size, moduleDots }
}

/** Rows of modules, true = black, without the quiet zone. */
export function qrModules(data: string): readonly (readonly boolean[])[] {
  const bytes = Array.from(data, (char) => char.charCodeAt(0))
  return encodeQr(bytes, { ecc: 'M', border: 0, boostEcc: false }).data
}

/** The symbol within what the head reaches, its quiet zone at least within the paper. */
const largestModule = (modules: number, quiet: number, widthDots: number): number =>
  Math.floor(Math.min(widthDots / modules, (widthDots + 2 * edgeDots) / (modules + quiet)))

/** A QR as dots, centred, with its quiet zone above and below. */
export function qrStrip({ data, size, moduleDots }: FittedQr, widthDots: number): Strip {
  const rows = size * moduleDots
  const strip = blankStrip(rows + 2 * qrQuiet * moduleDots, widthDots)
  const left = Math.floor((widthDots - rows) / 2)
  for (const [y, line] of qrModules(data).entries())
    for (const [x, black] of line.entries())
      if (black) blacken(strip, left + x * moduleDots, (y + qrQuiet) * moduleDots, moduleDots, moduleDots)
  return strip
}

/**
 * Dots of the narrowest bar for a symbol of so many modules between its quiet zones; `null` if the paper has no room.
 */
export function barModuleDots(symbology: BarSymbology, modules: number, widthDots: number): number | null {
  const quiet = quietModules[symbology]
  const dots = Math.min(barDots.most, largestModule(modules, quiet.left + quiet.right, widthDots))
  return dots < barDots.least ? null : dots
}

/** Bars as dots, centred, or `null` if the symbology cannot say the data or the paper has no room. */
export function barStrip(symbology: BarSymbology, data: string, widthDots: number): Strip | null {
  const bars = barsOf(symbology, data)
  const dots = bars === null ? null : barModuleDots(symbology, bars.modules.length, widthDots)
  if (bars === null || dots === null) return null
  const strip = blankStrip(barHeightDots, widthDots)
  const left = Math.floor((widthDots - bars.modules.length * dots) / 2)
  for (const [i, black] of bars.modules.entries())
    if (black) blacken(strip, left + i * dots, 0, dots, barHeightDots)
  return strip
}

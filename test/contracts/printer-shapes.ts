import type { PrinterProfile } from '#drivers/printers/printer.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'

/** What of a profile shows in the bytes and on the paper; two printers alike in it are one printer to an encoder. */
const shapeOf = (profile: PrinterProfile): string => {
  const { widthDots, columns, codePage, stripRows, cut, qr, barcode, inlineDots, bands } = profile
  return JSON.stringify([widthDots, columns, codePage, stripRows, cut, qr, barcode, inlineDots, bands])
}

/** One printer of every kind that a language has, by its key: ninety models are a score of shapes. */
export function printerShapes(
  language: NonNullable<PrinterProfile['language']>,
): readonly (readonly [string, PrinterProfile])[] {
  const rows: readonly (readonly [string, PrinterProfile])[] = Object.entries(printerProfiles)
  const seen = new Set<string>()
  return rows.filter(([, profile]) => {
    const shape = shapeOf(profile)
    if ((profile.language ?? 'escpos') !== language || seen.has(shape)) return false
    seen.add(shape)
    return true
  })
}

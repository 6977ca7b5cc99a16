import type { LabelPrinterProfile } from '../label-printer.ts'

/**
 * Label printers that understand ZPL, their own or as an emulation switched on at the printer. Dots across are those of
 * the head; every maker's data sheet gives them as the maximum print width. Emulations of `~HS` differ: where the maker
 * does not promise it, nothing is asked.
 */
export const labelPrinterProfiles = {
  'zebra-zd220': zebra('Zebra ZD220', 203, 832),
  'zebra-zd230': zebra('Zebra ZD230', 203, 832),
  'zebra-zd410': zebra('Zebra ZD410', 203, 448),
  'zebra-zd410-300': zebra('Zebra ZD410 (300 dpi)', 300, 640),
  'zebra-zd411': zebra('Zebra ZD411', 203, 448),
  'zebra-zd420': zebra('Zebra ZD420', 203, 832),
  'zebra-zd420-300': zebra('Zebra ZD420 (300 dpi)', 300, 1248),
  'zebra-zd421': zebra('Zebra ZD421', 203, 832),
  'zebra-zd421-300': zebra('Zebra ZD421 (300 dpi)', 300, 1248),
  'zebra-zd621': zebra('Zebra ZD621', 203, 832),
  'zebra-zd621-300': zebra('Zebra ZD621 (300 dpi)', 300, 1248),
  'zebra-gk420': zebra('Zebra GK420', 203, 832),
  'zebra-gx430': zebra('Zebra GX430 (300 dpi)', 300, 1248),
  'zebra-zt230': zebra('Zebra ZT230', 203, 832),
  'zebra-zt230-300': zebra('Zebra ZT230 (300 dpi)', 300, 1248),
  'tsc-te200': emulated('TSC TE200 (ZPL)', 203, 864),
  'tsc-te310': emulated('TSC TE310 (ZPL)', 300, 1248),
  'godex-g500': emulated('Godex G500 (GZPL)', 203, 864),
  'brother-td-4420': emulated('Brother TD-4420 (ZPL)', 203, 864),
  'brother-td-4520': emulated('Brother TD-4520 (ZPL)', 300, 1280),
  'generic-zpl-203': emulated('ZPL, 203 dpi', 203, 832),
  'generic-zpl-300': emulated('ZPL, 300 dpi', 300, 1248),
} as const satisfies Readonly<Record<string, LabelPrinterProfile>>

export type LabelProfileKey = keyof typeof labelPrinterProfiles

/** What works on most: four inches, 203 dpi, nothing asked. */
const unknown = labelPrinterProfiles['generic-zpl-203']

/** A profile by the name kept in the devices' file; the generic one for a name that is not known any more. */
export function labelProfileFor(key: string): LabelPrinterProfile {
  return Object.hasOwn(labelPrinterProfiles, key) ? labelPrinterProfiles[key as LabelProfileKey] : unknown
}

function zebra(model: string, dpi: 203 | 300, widthDots: number): LabelPrinterProfile {
  return { model, dpi, widthDots, status: 'hostStatus' }
}

function emulated(model: string, dpi: 203 | 300, widthDots: number): LabelPrinterProfile {
  return { model, dpi, widthDots, status: 'none' }
}

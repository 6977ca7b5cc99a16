import type { PrinterProfile } from './printer.ts'

const drawer = { pin: 2, onMs: 100, offMs: 250 } as const
const cp858 = { name: 'cp858', number: 19 } as const
const wide = { widthDots: 576, columns: 48 } as const
const narrow = { widthDots: 384, columns: 32 } as const

/**
 * Printers as data, by the key that `devices.json` names. The generic ones ask nothing and use the least of the
 * protocol: they are what an unknown printer gets. Code-page numbers are the makers' own for page 858.
 */
export const printerProfiles = {
  'generic-80': {
    ...wide,
    model: 'Generic 80 mm',
    codePage: cp858,
    stripRows: 128,
    cut: 'partial',
    drawer,
    status: 'none',
    qr: 'raster',
  },
  'generic-58': {
    ...narrow,
    model: 'Generic 58 mm',
    codePage: cp858,
    stripRows: 128,
    cut: 'none',
    drawer,
    status: 'none',
    qr: 'raster',
  },
  'epson-tm-t20': {
    ...wide,
    model: 'Epson TM-T20II / TM-T20III',
    codePage: cp858,
    stripRows: 240,
    cut: 'partial',
    drawer,
    status: 'processId',
  },
  'epson-tm-t88': {
    // 180 dpi: 512 dots on 80 mm paper, 42 characters of 12 dots.
    widthDots: 512,
    columns: 42,
    model: 'Epson TM-T88IV / TM-T88V',
    codePage: cp858,
    stripRows: 240,
    cut: 'partial',
    drawer,
    status: 'processId',
  },
  'xprinter-80': {
    ...wide,
    model: 'Xprinter XP-80 / XP-N160II',
    codePage: cp858,
    stripRows: 128,
    cut: 'partial',
    drawer,
    status: 'realtime',
  },
  'star-escpos': {
    ...wide,
    model: 'Star TSP100IV / mC-Print3 in ESC/POS mode',
    codePage: cp858,
    stripRows: 240,
    cut: 'partial',
    drawer,
    status: 'realtime',
  },
  'citizen-ct-s310': {
    ...wide,
    model: 'Citizen CT-S310II / CT-E351',
    codePage: cp858,
    stripRows: 240,
    cut: 'partial',
    drawer,
    status: 'realtime',
  },
  file: {
    ...wide,
    model: 'File',
    codePage: cp858,
    stripRows: 240,
    cut: 'partial',
    drawer,
    status: 'none',
  },
} as const satisfies Readonly<Record<string, PrinterProfile>>

export type PrinterProfileKey = keyof typeof printerProfiles

/** The profile of a key, or the generic 80 mm one for a key that this version does not know. */
export function profileFor(key: string): PrinterProfile {
  return Object.hasOwn(printerProfiles, key)
    ? printerProfiles[key as PrinterProfileKey]
    : printerProfiles['generic-80']
}

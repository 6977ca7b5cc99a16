import type { ProfileTable } from './profile-row.ts'
import { drawer, epsonPage, mm58, mm80, mm80at180 } from './shapes.data.ts'

/**
 * Epson. Process ids as the maker lists them for GS ( H function 48: T20 to T20IV, T70, T82, T88IV to VII, m30 series.
 * Serial as shipped: 38400 with DTR/DSR, which the maker's cable brings to our CTS; the T88III 9600 (general
 * knowledge). Impact printers (TM-U220) are not here: they have no raster, so Arabic cannot be drawn on them.
 */
const epson = {
  codePage: epsonPage,
  stripRows: 240,
  cut: 'partial',
  drawer,
  status: 'processId',
  inlineDots: true,
} as const
const serial = { baud: 38_400, flow: 'rtscts' } as const

export const epsonProfiles = {
  'epson-tm-t20': { ...epson, ...mm80, serial, model: 'Epson TM-T20II', source: 'database' },
  'epson-tm-t20iii': { ...epson, ...mm80, serial, model: 'Epson TM-T20III', source: 'database' },
  'epson-tm-t20iv': { ...epson, ...mm80, serial, model: 'Epson TM-T20IV', source: 'library' },
  'epson-tm-t82': { ...epson, ...mm80, serial, model: 'Epson TM-T82II / T82III', source: 'kin' },
  'epson-tm-t70': { ...epson, ...mm80at180, serial, model: 'Epson TM-T70', source: 'database' },
  'epson-tm-t70ii': { ...epson, ...mm80at180, serial, model: 'Epson TM-T70II', source: 'database' },
  'epson-tm-t88iii': {
    ...epson,
    ...mm80at180,
    model: 'Epson TM-T88III',
    // Neither a QR of its own nor process ids: both came with the T88IV.
    qr: 'raster',
    status: 'realtime',
    serial: { baud: 9_600, flow: 'rtscts' },
    source: 'database',
  },
  'epson-tm-t88': { ...epson, ...mm80at180, serial, model: 'Epson TM-T88IV / T88V', source: 'database' },
  'epson-tm-t88vi': { ...epson, ...mm80at180, serial, model: 'Epson TM-T88VI', source: 'library' },
  'epson-tm-t88vii': { ...epson, ...mm80at180, serial, model: 'Epson TM-T88VII', source: 'library' },
  'epson-tm-m10': {
    ...epson,
    model: 'Epson TM-m10',
    paperMm: 58,
    // 420 dots and 35 characters; whole bytes of dots, and as many characters as stand on them.
    widthDots: 416,
    columns: 34,
    source: 'general',
  },
  'epson-tm-m30': { ...epson, ...mm80, model: 'Epson TM-m30', source: 'kin' },
  'epson-tm-m30ii': { ...epson, ...mm80, model: 'Epson TM-m30II', source: 'library' },
  'epson-tm-m30iii': { ...epson, ...mm80, model: 'Epson TM-m30III', source: 'database' },
  'epson-tm-m50': { ...epson, ...mm80, serial, model: 'Epson TM-m50 / m50II', source: 'kin' },
  // Carried: torn off by hand, no drawer. Not in the list of process ids that we have.
  'epson-tm-p20': {
    ...epson,
    ...mm58,
    model: 'Epson TM-P20 / P20II',
    cut: 'none',
    drawer: null,
    status: 'realtime',
    source: 'library',
  },
  'epson-tm-p80': {
    ...epson,
    ...mm80,
    model: 'Epson TM-P80',
    cut: 'none',
    drawer: null,
    status: 'realtime',
    source: 'database',
  },
} as const satisfies ProfileTable

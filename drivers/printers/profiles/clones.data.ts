import type { ProfileTable } from './profile-row.ts'
import { drawer, epsonPage, mm58, mm80, windowsPage } from './shapes.data.ts'

/**
 * Printers that speak ESC/POS after Epson's example, many names for few boards. Where the manual documents DLE EOT we
 * ask (`realtime`); one that is silent all the same needs a generic profile. The cheapest 58 mm ones are not asked:
 * many never answer, and by USB hardly any does. Strips stay short: small buffers. Serial as shipped is general
 * knowledge.
 */
const clone80 = {
  ...mm80,
  codePage: epsonPage,
  stripRows: 128,
  cut: 'partial',
  drawer,
  status: 'realtime',
} as const
const clone58 = {
  ...mm58,
  codePage: epsonPage,
  stripRows: 128,
  cut: 'none',
  drawer,
  status: 'none',
  qr: 'raster',
  barcode: 'raster',
  serial: { baud: 9_600, flow: 'none' },
} as const
const carried58 = { ...clone58, drawer: null } as const
const serial = { baud: 19_200, flow: 'rtscts' } as const

export const cloneProfiles = {
  'xprinter-80': { ...clone80, serial, model: 'Xprinter XP-80 / XP-80C', source: 'kin' },
  'xprinter-n160': { ...clone80, model: 'Xprinter XP-N160I / N160II', source: 'library' },
  'xprinter-q200': { ...clone80, serial, model: 'Xprinter XP-Q200 / Q260', source: 'kin' },
  'xprinter-q800': { ...clone80, serial, model: 'Xprinter XP-Q800', source: 'kin' },
  'xprinter-t80': { ...clone80, serial, model: 'Xprinter XP-T80Q', source: 'library' },
  'xprinter-58': { ...clone58, model: 'Xprinter XP-58', source: 'kin' },
  'rongta-rp80': { ...clone80, serial, model: 'Rongta RP80', source: 'kin' },
  'rongta-rp326': { ...clone80, serial, model: 'Rongta RP326', source: 'database' },
  'rongta-rp332': { ...clone80, serial, cut: 'full', model: 'Rongta RP332', source: 'database' },
  'rongta-rp58': { ...clone58, model: 'Rongta RP58', source: 'general' },
  'munbyn-itpp047': {
    ...clone80,
    model: 'Munbyn ITPP047 / ITPP102',
    // As the database has it; a 576-dot one prints the same with a margin.
    widthDots: 512,
    columns: 42,
    source: 'database',
  },
  'hprt-tp80': { ...clone80, serial, model: 'HPRT TP80 / TP805', source: 'general' },
  'netum-nt-80': { ...clone80, model: 'Netum 80-V-UL', source: 'database' },
  'netum-nt-5890': { ...clone58, model: 'Netum NT-5890K', source: 'database' },
  'pbm-p822d': { ...clone80, serial, model: 'PBM P822D', source: 'database' },
  'pos-8360': { ...clone80, serial, model: 'POS-8360', source: 'library' },
  'pos-5890': { ...clone58, model: 'POS-5890', source: 'library' },
  'zjiang-8220': { ...clone80, serial, model: 'Zjiang ZJ-8220', source: 'general' },
  // No page 858 in its table.
  'zjiang-5870': { ...clone58, codePage: windowsPage, model: 'Zjiang ZJ-5870', source: 'database' },
  'zjiang-5890': { ...clone58, model: 'Zjiang ZJ-5890', source: 'kin' },
  'goojprt-pt-210': { ...carried58, model: 'Goojprt PT-210', source: 'general' },
  'sunmi-v2': { ...carried58, model: 'Sunmi V2 / P2, built in', source: 'database' },
  'sunmi-80': { ...clone80, model: 'Sunmi NT311 / Cloud 80 mm', source: 'kin' },
  'youku-58t': { ...clone58, model: 'Youku 58T', source: 'library' },
} as const satisfies ProfileTable

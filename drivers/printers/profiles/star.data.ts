import type { ProfileTable } from './profile-row.ts'
import { drawer, epsonPage, mm58, mm80, starPage } from './shapes.data.ts'

/**
 * Star. `processId` is the ETB counter here. Code pages by the maker's table (mcPrint in the database). Strips may be
 * 65,535 rows; ours stay short so that a lost one costs little. Older models speak Star Line Mode, which is StarPRNT
 * without raster strips (`bands`). TSP100 futurePRNT and TSP100II are not here: they take pictures only.
 */
const star = {
  language: 'starprnt',
  codePage: starPage,
  stripRows: 240,
  cut: 'partial',
  drawer,
  status: 'processId',
} as const
/** Star Line Mode; serial as shipped: 9600, DTR (general knowledge). */
const line = { ...star, bands: true, serial: { baud: 9_600, flow: 'rtscts' } } as const
const carried = { cut: 'none', drawer: null } as const

export const starProfiles = {
  'star-tsp100iii': { ...star, ...mm80, model: 'Star TSP100III (TSP143III)', source: 'library' },
  'star-tsp100iv': { ...star, ...mm80, model: 'Star TSP100IV (TSP143IV)', source: 'library' },
  'star-tsp650': { ...line, ...mm80, model: 'Star TSP650 / TSP654', qr: 'raster', source: 'library' },
  'star-tsp650ii': { ...line, ...mm80, model: 'Star TSP650II / TSP654II', source: 'library' },
  'star-tsp700ii': { ...line, ...mm80, model: 'Star TSP700II / TSP743II', source: 'kin' },
  'star-tsp800ii': {
    ...line,
    model: 'Star TSP800II / TSP847II',
    // Sold for 112 mm paper; 104 mm of dots.
    paperMm: 112,
    widthDots: 832,
    columns: 69,
    source: 'general',
  },
  'star-mc-print2': { ...star, ...mm58, model: 'Star mC-Print2', source: 'database' },
  'star-mc-print3': { ...star, ...mm80, model: 'Star mC-Print3', source: 'database' },
  'star-mc-label3': { ...star, ...mm80, model: 'Star mC-Label3', source: 'general' },
  'star-mpop': { ...star, ...mm58, model: 'Star mPOP', source: 'library' },
  'star-sm-l200': { ...star, ...mm58, ...carried, model: 'Star SM-L200', source: 'library' },
  'star-sm-l300': { ...star, ...mm80, ...carried, model: 'Star SM-L300', source: 'kin' },
  'star-escpos': {
    ...mm80,
    model: 'Star, switched to ESC/POS',
    codePage: epsonPage,
    stripRows: 240,
    cut: 'partial',
    drawer,
    status: 'realtime',
    source: 'library',
  },
} as const satisfies ProfileTable

import type { ProfileTable } from './profile-row.ts'
import { drawer, epsonPage, mm58, mm80 } from './shapes.data.ts'

/** What an unknown printer gets: asks nothing and uses the least of the protocol, so that it prints on anything. */
export const genericProfiles = {
  'generic-80': {
    ...mm80,
    model: 'Generic 80 mm',
    codePage: epsonPage,
    stripRows: 128,
    cut: 'partial',
    drawer,
    status: 'none',
    qr: 'raster',
    barcode: 'raster',
    source: 'general',
  },
  'generic-58': {
    ...mm58,
    model: 'Generic 58 mm',
    codePage: epsonPage,
    stripRows: 128,
    cut: 'none',
    drawer,
    status: 'none',
    qr: 'raster',
    barcode: 'raster',
    source: 'general',
  },
  file: {
    ...mm80,
    model: 'File',
    codePage: epsonPage,
    stripRows: 240,
    cut: 'partial',
    drawer,
    status: 'none',
    source: 'general',
  },
} as const satisfies ProfileTable

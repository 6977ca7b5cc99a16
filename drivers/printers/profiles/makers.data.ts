import type { ProfileTable } from './profile-row.ts'
import { drawer, epsonPage, mm58, mm80, mm80at180, windowsPage } from './shapes.data.ts'

/**
 * Makers whose manuals document what the printer answers. Serial as shipped is general knowledge throughout; flow is
 * DTR or RTS on the printer's side, which the usual cable brings to our CTS.
 */
const documented = { stripRows: 240, cut: 'partial', drawer, status: 'realtime' } as const
const serial9600 = { baud: 9_600, flow: 'rtscts' } as const
const serial19200 = { baud: 19_200, flow: 'rtscts' } as const
const serial115200 = { baud: 115_200, flow: 'rtscts' } as const

/** The sources dispute where Citizen has 858 (2 or 19) and agree on 1252. */
const citizen = {
  ...documented,
  ...mm80,
  codePage: windowsPage,
  inlineDots: true,
  serial: serial9600,
} as const
/** 858 at 19 in every table of Bixolon's. */
const bixolon = { ...documented, codePage: epsonPage, inlineDots: true, serial: serial9600 } as const
const epsonLike = { ...documented, codePage: epsonPage } as const

export const makersProfiles = {
  'citizen-ct-s310': { ...citizen, model: 'Citizen CT-S310II', source: 'library' },
  'citizen-ct-s601': { ...citizen, model: 'Citizen CT-S601 / S601II', source: 'kin' },
  'citizen-ct-s651': { ...citizen, model: 'Citizen CT-S651 / S651II', source: 'database' },
  'citizen-ct-s801': { ...citizen, model: 'Citizen CT-S801 / S801II', source: 'kin' },
  'citizen-ct-s851': { ...citizen, model: 'Citizen CT-S851 / S851II', source: 'kin' },
  'citizen-ct-e301': { ...citizen, model: 'Citizen CT-E301', source: 'kin' },
  'citizen-ct-e351': { ...citizen, model: 'Citizen CT-E351', source: 'kin' },
  'citizen-ct-e601': { ...citizen, model: 'Citizen CT-E601', source: 'kin' },
  'citizen-ct-e651': { ...citizen, model: 'Citizen CT-E651', source: 'kin' },
  'bixolon-srp-350': { ...bixolon, ...mm80at180, qr: 'raster', model: 'Bixolon SRP-350', source: 'library' },
  'bixolon-srp-350iii': { ...bixolon, ...mm80at180, model: 'Bixolon SRP-350III', source: 'library' },
  'bixolon-srp-330': { ...bixolon, ...mm80at180, model: 'Bixolon SRP-330II / 330III', source: 'kin' },
  'bixolon-srp-380': { ...bixolon, ...mm80at180, model: 'Bixolon SRP-380', source: 'kin' },
  'bixolon-srp-f310': { ...bixolon, ...mm80at180, model: 'Bixolon SRP-F310II', source: 'kin' },
  'bixolon-srp-q300': { ...bixolon, ...mm80at180, model: 'Bixolon SRP-Q300', source: 'kin' },
  'bixolon-srp-e300': { ...bixolon, ...mm80, model: 'Bixolon SRP-E300', source: 'general' },
  'bixolon-srp-s300': { ...bixolon, ...mm80, model: 'Bixolon SRP-S300', source: 'database' },
  'fujitsu-fp-1000': { ...epsonLike, ...mm80, model: 'Fujitsu FP-1000', source: 'library' },
  'fujitsu-fp-2000': { ...epsonLike, ...mm80, model: 'Fujitsu FP-2000', source: 'kin' },
  'metapace-t1': {
    ...epsonLike,
    model: 'Metapace T-1',
    paperMm: 80,
    // 504 in the database: 42 characters of twelve dots.
    widthDots: 504,
    columns: 42,
    qr: 'raster',
    serial: serial9600,
    source: 'database',
  },
  'metapace-t3': { ...epsonLike, ...mm80, model: 'Metapace T-3 / T-3II', source: 'general' },
  'sewoo-lk-t21': {
    ...epsonLike,
    ...mm80at180,
    serial: serial9600,
    model: 'Sewoo LK-T21 / T210',
    source: 'general',
  },
  'sewoo-slk-ts400': {
    ...epsonLike,
    ...mm80,
    serial: serial9600,
    model: 'Sewoo SLK-TS400',
    source: 'general',
  },
  'snbc-btp-r880': {
    ...epsonLike,
    ...mm80,
    serial: serial9600,
    model: 'SNBC BTP-R880NP / R980III',
    source: 'general',
  },
  'snbc-btp-r180': { ...epsonLike, ...mm80, serial: serial9600, model: 'SNBC BTP-R180', source: 'general' },
  'custom-kube': { ...epsonLike, ...mm80, serial: serial19200, model: 'Custom Kube II', source: 'general' },
  'custom-q3': { ...epsonLike, ...mm80, serial: serial19200, model: 'Custom Q3', source: 'general' },
  'posiflex-pp8800': {
    ...epsonLike,
    ...mm80,
    serial: serial9600,
    model: 'Posiflex Aura PP-8800',
    source: 'general',
  },
  'posiflex-pp9000': {
    ...epsonLike,
    ...mm80,
    serial: serial9600,
    model: 'Posiflex Aura PP-9000',
    source: 'general',
  },
  'partner-rp-330': {
    ...epsonLike,
    ...mm80,
    serial: serial19200,
    model: 'Partner RP-330',
    source: 'general',
  },
  'partner-rp-630': {
    ...epsonLike,
    ...mm80,
    serial: serial19200,
    model: 'Partner RP-630',
    source: 'general',
  },
  'aures-odp-333': { ...epsonLike, ...mm80, serial: serial9600, model: 'Aures ODP 333', source: 'general' },
  'oki-rt322': { ...epsonLike, ...mm80, serial: serial115200, model: 'OKI RT322', source: 'general' },
  'seiko-rp-f10': { ...epsonLike, ...mm80, model: 'Seiko RP-F10', source: 'database' },
  'seiko-rp-f10-58': { ...epsonLike, ...mm58, model: 'Seiko RP-F10, 58 mm', source: 'database' },
} as const satisfies ProfileTable

import type { PrinterProfile } from './printer.ts'
import { cloneProfiles } from './profiles/clones.data.ts'
import { epsonProfiles } from './profiles/epson.data.ts'
import { genericProfiles } from './profiles/generic.data.ts'
import { makersProfiles } from './profiles/makers.data.ts'
import { starProfiles } from './profiles/star.data.ts'

/**
 * Printers as data, by the key that `devices.json` names. Made from receipt-print-hq/escpos-printer-db (CC BY 4.0), the
 * model data of receipt-printer-encoder (MIT) and the makers' manuals; each row says which (`profile-row.ts`).
 */
export const printerProfiles = {
  ...genericProfiles,
  ...epsonProfiles,
  ...starProfiles,
  ...makersProfiles,
  ...cloneProfiles,
} as const

export type PrinterProfileKey = keyof typeof printerProfiles

/** The profile of a key, or the generic 80 mm one for a key that this version does not know. */
export function profileFor(key: string): PrinterProfile {
  return Object.hasOwn(printerProfiles, key)
    ? printerProfiles[key as PrinterProfileKey]
    : printerProfiles['generic-80']
}

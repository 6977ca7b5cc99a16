import type { Stamp } from '#shared/kernel/stamp.ts'

/** How files of backups end, and those that are being written. */
export const backupSuffix = '.hanout'
const partSuffix = '.hanout-part'

/** `hanout-Q3dK9x2a-20261127-184501-5821.hanout`: till, when (UTC), and how far its journal goes. */
export function backupName(till: string, madeAt: Stamp, seq: number): string {
  const [day = '', time = ''] = new Date(madeAt.utcMs)
    .toISOString()
    .slice(0, 19)
    .replace(/[-:]/g, '')
    .split('T')
  return `${nameOf(till)}-${day}-${time}-${seq}${backupSuffix}`
}

/** One name a till: what a power cut left of the last try is written over by the next. */
export const partName = (till: string): string => `${nameOf(till)}${partSuffix}`

const nameOf = (till: string): string => `hanout-${till.replace(/[^A-Za-z0-9]/g, '').slice(0, 8)}`

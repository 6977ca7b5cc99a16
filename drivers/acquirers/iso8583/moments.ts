import { type BusinessDay, isoLocal, type Stamp } from '#shared/kernel/stamp.ts'

/**
 * Dates and times as fields of a message. 1987 has no year in any of them, later versions have one in front: how long
 * the field is says which.
 */

/** `YYYYMMDDhhmmss` of the shop's wall clock. */
const localDigits = (at: Stamp): string => isoLocal(at).slice(0, 19).replace(/\D/g, '')

/** DE 12: `hhmmss`; `YYMMDDhhmmss` of 12 digits; `YYYYMMDDhhmmss` of 14. @param length of the field */
export const localTime = (at: Stamp, length: number): string => localDigits(at).slice(-length)

/** DE 13, 15: `MMDD`; `YYMMDD` of 6 digits; `YYYYMMDD` of 8. @param length of the field */
export const dayDigits = (day: BusinessDay, length: number): string => day.replace(/\D/g, '').slice(-length)

/** DE 7: `MMDDhhmmss` in UTC. */
export const transmitted = (at: Stamp): string => localDigits({ ...at, offsetMinutes: 0 }).slice(-10)

/**
 * DE 37 of a message that has no transaction: last digit of the year, day of the year, hour and STAN, as terminals make
 * theirs. A repetition has the same.
 */
export function retrievalReference(at: Stamp, stan: number): string {
  const local = localDigits(at)
  const year = Number(local.slice(0, 4))
  const day = Date.UTC(year, Number(local.slice(4, 6)) - 1, Number(local.slice(6, 8)))
  const dayOfYear = (day - Date.UTC(year, 0, 0)) / 86_400_000
  return `${year % 10}${String(dayOfYear).padStart(3, '0')}${local.slice(8, 10)}${String(stan).padStart(6, '0')}`
}

import type { BusinessDay, Stamp } from '#shared/kernel/stamp.ts'
import { isoLocal, localDay } from '#shared/kernel/stamp.ts'

/** `04/07/2026`, as Morocco writes a day in every language. */
export const dayIn = (day: BusinessDay): string => day.split('-').reverse().join('/')

/** `15:05` on the shop's own wall clock at that moment. */
export const timeIn = (stamp: Stamp): string => isoLocal(stamp).slice(11, 16)

/** `04/07/2026 15:05`, kept left to right inside any sentence. */
export const whenIn = (stamp: Stamp): string =>
  `\u2066${dayIn(isoLocal(stamp).slice(0, 10))} ${timeIn(stamp)}\u2069`

/** `15:05` of the day that is traded, with its day before any other; kept left to right inside any sentence. */
export const sinceIn = (stamp: Stamp, day: BusinessDay | null): string =>
  localDay(stamp) === day ? `\u2066${timeIn(stamp)}\u2069` : whenIn(stamp)

import { dayAfter, weekdayOf } from '#shared/books/reports/span.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'

/** Days one does not have to type. */
export const presets = ['yesterday', 'lastWeek', 'month', 'lastMonth', 'year'] as const
export type Preset = (typeof presets)[number]

/** The days of a preset; none after today. Weeks begin on Monday. */
export function presetDays(preset: Preset, today: BusinessDay): DayRange {
  const firstOfMonth = `${today.slice(0, 7)}-01`
  const monday = dayAfter(today, 1 - weekdayOf(today))
  const endOfLastMonth = dayAfter(firstOfMonth, -1)
  switch (preset) {
    case 'yesterday':
      return { from: dayAfter(today, -1), to: dayAfter(today, -1) }
    case 'lastWeek':
      return { from: dayAfter(monday, -7), to: dayAfter(monday, -1) }
    case 'month':
      return { from: firstOfMonth, to: today }
    case 'lastMonth':
      return { from: `${endOfLastMonth.slice(0, 7)}-01`, to: endOfLastMonth }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
  }
}

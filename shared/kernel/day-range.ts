import type { Refusal } from './refusal.ts'
import { refuse } from './refusal.ts'
import type { Result } from './result.ts'
import { err, ok } from './result.ts'
import type { BusinessDay } from './stamp.ts'

/** Business days, both included. */
export interface DayRange {
  readonly from: BusinessDay
  readonly to: BusinessDay
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
}

/** @returns `badRange` for what is no day or ends before it begins, `rangeInFuture` for days after today */
export function dayRange(from: string, to: string, today: BusinessDay): Result<DayRange, Refusal> {
  if (!isDay(from) || !isDay(to) || to < from) return err(refuse('badRange'))
  if (to > today) return err(refuse('rangeInFuture', { today }))
  return ok({ from, to })
}

/** The days of `2026-11` or `2026`. */
export function daysOf(period: string): DayRange {
  if (period.length === 4) return { from: `${period}-01-01`, to: `${period}-12-31` }
  const [year = 0, month = 1] = period.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { from: `${period}-01`, to: `${period}-${String(last).padStart(2, '0')}` }
}

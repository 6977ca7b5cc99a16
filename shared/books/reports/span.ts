import { type DayRange, dayRange } from '../../kernel/day-range.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Result } from '../../kernel/result.ts'
import { ok } from '../../kernel/result.ts'
import type { BusinessDay, Stamp } from '../../kernel/stamp.ts'

/** `season`: any days. */
export const spanKinds = ['day', 'week', 'season'] as const
export type SpanKind = (typeof spanKinds)[number]

/** What a report is asked of: a day, the week (Monday first) around one, or any days. */
export type SpanAsked =
  | { readonly kind: 'day' | 'week'; readonly day: string }
  | { readonly kind: 'season'; readonly from: string; readonly to: string }

const dayMs = 86_400_000

const startMs = (day: BusinessDay): number => Date.parse(`${day}T00:00:00Z`)

/** @param days negative: before */
export const dayAfter = (day: BusinessDay, days: number): BusinessDay =>
  new Date(startMs(day) + days * dayMs).toISOString().slice(0, 10)

/** From the first to the last, both counted. */
export const daysIn = ({ from, to }: DayRange): number => (startMs(to) - startMs(from)) / dayMs + 1

/** 1 = Monday … 7. */
export const weekdayOf = (day: BusinessDay): number => new Date(startMs(day)).getUTCDay() || 7

/**
 * The days of a span; of a week that still runs, those up to today.
 * @returns `badRange` for what is no day, `rangeInFuture` for what has not begun or, of a season, not come
 */
export function daysOfSpan(asked: SpanAsked, today: BusinessDay): Result<DayRange, Refusal> {
  if (asked.kind === 'season') return dayRange(asked.from, asked.to, today)
  const around = dayRange(asked.day, asked.day, asked.kind === 'day' ? today : '9999-12-31')
  if (!around.ok || asked.kind === 'day') return around
  const monday = dayAfter(asked.day, 1 - weekdayOf(asked.day))
  const sunday = dayAfter(monday, 6)
  if (monday > today) return dayRange(monday, sunday, today)
  return ok({ from: monday, to: sunday < today ? sunday : today })
}

/**
 * The days it is compared with: the day before; the same days of the week before; as many days just before a season.
 */
export function spanBefore(kind: SpanKind, range: DayRange): DayRange {
  const back = kind === 'week' ? 7 : daysIn(range)
  return { from: dayAfter(range.from, -back), to: dayAfter(range.to, -back) }
}

/** How far into a span an instant is by the shop's own wall clock, in ms; a day past midnight goes on counting. */
export const placeIn = ({ from }: DayRange, at: Stamp): number =>
  at.utcMs + at.offsetMinutes * 60_000 - startMs(from)

/** 0…23 on the shop's own wall clock. */
export const hourOf = (at: Stamp): number => new Date(at.utcMs + at.offsetMinutes * 60_000).getUTCHours()

import { dayAfter, type SpanKind } from '#shared/books/reports/span.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'

/** What the page shows. `day: null`: today's, whichever that becomes. */
export type ShownSpan =
  | { readonly kind: 'day' | 'week'; readonly day: BusinessDay | null }
  | { readonly kind: 'season'; readonly from: BusinessDay; readonly to: BusinessDay }

/** Seasons one does not have to type. */
export const seasons = ['month', 'lastMonth', 'quarter', 'year'] as const
export type SeasonKey = (typeof seasons)[number]

const monthOf = (day: BusinessDay): BusinessDay => `${day.slice(0, 7)}-01`

/** The days of a season, none after today. */
export function seasonOf(key: SeasonKey, today: BusinessDay): ShownSpan {
  const from: Readonly<Record<SeasonKey, BusinessDay>> = {
    month: monthOf(today),
    lastMonth: monthOf(dayAfter(monthOf(today), -1)),
    quarter: dayAfter(today, -89),
    year: `${today.slice(0, 4)}-01-01`,
  }
  return {
    kind: 'season',
    from: from[key],
    to: key === 'lastMonth' ? dayAfter(monthOf(today), -1) : today,
  }
}

/** The span a step before (−1) or after (1). @param around the first day of what is shown */
export function spanBeside(
  kind: Exclude<SpanKind, 'season'>,
  around: BusinessDay,
  step: -1 | 1,
  today: BusinessDay,
): ShownSpan {
  const day = dayAfter(around, kind === 'day' ? step : 7 * step)
  return { kind, day: day >= today ? null : day }
}

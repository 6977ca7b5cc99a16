import type { BusinessDay } from '../../kernel/stamp.ts'
import { add, zero } from '../../money/amount.ts'
import type { Report, Takings, TakingsRow } from './report.ts'
import { dayAfter, daysIn, weekdayOf } from './span.ts'

/** How wide a column of a drawing is. */
export type ColumnUnit = 'day' | 'week' | 'month' | 'year'

/** Takings in the order of time, none left out between the first and the last. */
export interface Columns {
  readonly unit: ColumnUnit
  /** `key`: the day; the week's Monday; the month's or the year's first day. */
  readonly rows: readonly TakingsRow<BusinessDay>[]
}

const nothing: Takings = { count: 0, sales: zero, refunds: zero, net: zero }

const plus = (a: Takings, b: Takings): Takings => ({
  count: a.count + b.count,
  sales: add(a.sales, b.sales),
  refunds: add(a.refunds, b.refunds),
  net: add(a.net, b.net),
})

const unitOf = (days: number): ColumnUnit =>
  days <= 31 ? 'day' : days <= 7 * 26 ? 'week' : days <= 366 * 2 ? 'month' : 'year'

const starts: Readonly<Record<ColumnUnit, (day: BusinessDay) => BusinessDay>> = {
  day: (day) => day,
  week: (day) => dayAfter(day, 1 - weekdayOf(day)),
  month: (day) => `${day.slice(0, 7)}-01`,
  year: (day) => `${day.slice(0, 4)}-01-01`,
}

const following: Readonly<Record<ColumnUnit, (start: BusinessDay) => BusinessDay>> = {
  day: (start) => dayAfter(start, 1),
  week: (start) => dayAfter(start, 7),
  month: (start) => `${dayAfter(start, 31).slice(0, 7)}-01`,
  year: (start) => `${Number(start.slice(0, 4)) + 1}-01-01`,
}

/** A report's days as columns: of a week all seven; of a season days, weeks, months or years, as many as can be told apart. */
export function columnsOf({ kind, range, days }: Pick<Report, 'kind' | 'range' | 'days'>): Columns {
  const unit = unitOf(daysIn(range))
  const last = kind === 'week' ? dayAfter(range.from, 6) : range.to
  const sums = new Map<BusinessDay, Takings>()
  for (let start = starts[unit](range.from); start <= last; start = following[unit](start))
    sums.set(start, nothing)
  for (const { key, ...takings } of days) {
    const start = starts[unit](key)
    sums.set(start, plus(sums.get(start) ?? nothing, takings))
  }
  return { unit, rows: [...sums].map(([key, takings]) => ({ key, ...takings })) }
}

/**
 * Hours in the order a shop lives them: beginning after the longest stretch of the clock in which nothing happens, so that an
 * evening that ends past midnight is in one piece. Hours in between without a ticket are there, too.
 */
export function hoursInOrder(hours: readonly TakingsRow<number>[]): readonly TakingsRow<number>[] {
  const [only] = hours
  if (only === undefined) return []
  const gaps = hours.map(({ key }, at) => {
    const before = hours[at - 1]?.key ?? (hours.at(-1)?.key ?? key) - 24
    return { first: key, gap: key - before }
  })
  const { first, gap } = gaps.reduce((widest, each) => (each.gap > widest.gap ? each : widest))
  return Array.from({ length: 24 - gap + 1 }, (_, place) => {
    const key = (first + place) % 24
    return hours.find((each) => each.key === key) ?? { key, ...nothing }
  })
}

/** The column with most; `null`: nothing was taken in any. */
export const fullest = <Row extends Takings>(rows: readonly Row[]): Row | null =>
  rows.reduce<Row | null>((most, each) => (each.net > (most?.net ?? 0) ? each : most), null)

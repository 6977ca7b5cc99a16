import type { Period } from '#shared/closing/closing.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { dayIn } from '../../../i18n/when.ts'

/** `11/2026`, `2026`, kept left to right. */
export const periodIn = (of: string): string => `\u2066${of.split('-').reverse().join('/')}\u2069`

/** One day, or the first and the last, kept left to right. */
export const daysIn = ({ first, last }: { first: BusinessDay; last: BusinessDay }): string =>
  `\u2066${first === last ? dayIn(first) : `${dayIn(first)} – ${dayIn(last)}`}\u2069`

/** A shift is known by its day, a month and a year by their own names. */
export const closingName = (closing: {
  readonly period: Period
  readonly of: string
  readonly days: { first: BusinessDay; last: BusinessDay }
}): string => (closing.period === 'shift' ? daysIn(closing.days) : periodIn(closing.of))

import type { Report } from '#shared/books/reports/report.ts'
import { daysIn } from '#shared/books/reports/span.ts'
import { categoryName } from '#shared/catalogue/categories.data.ts'
import { shippingSku, strangerSku } from '#shared/catalogue/off-shelf.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { amountIn } from '../../../i18n/amount-in.ts'
import { countIn } from '../../../i18n/count-in.ts'
import type { Say, WordsAccess } from '../../../i18n/Words.tsx'
import { dayIn } from '../../../i18n/when.ts'

/** Kept left to right inside any sentence. */
const isolated = (text: string): string => `\u2066${text}\u2069`

/** `15,0 %`. @param permille tenths of a percent */
export const shareIn = (permille: number): string => isolated(percents(permille))

/** `+15,0 %`, `−15,0 %`. @param permille tenths of a percent */
export const changeIn = (permille: number): string =>
  isolated(`${permille > 0 ? '+' : ''}${percents(permille)}`)

function percents(permille: number): string {
  const size = Math.abs(permille)
  return `${permille < 0 ? '−' : ''}${Math.floor(size / 10)},${size % 10}\u00a0%`
}

/** A day in a sentence. */
export const dayWords = (day: BusinessDay): string => isolated(dayIn(day))

/** `vendredi 27/11/2026`. */
export const longDayIn = (day: BusinessDay, locale: string): string =>
  `${weekdayIn(day, locale)} ${dayWords(day)}`

export const weekdayIn = (day: BusinessDay, locale: string, length: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(Date.parse(`${day}T12:00:00Z`))

export const monthIn = (day: BusinessDay, locale: string, length: 'long' | 'short' = 'short'): string =>
  new Intl.DateTimeFormat(locale, { month: length, timeZone: 'UTC' }).format(Date.parse(`${day}T12:00:00Z`))

/** `16:00`. */
const clock = (hour: number): string => isolated(`${String(hour % 24).padStart(2, '0')}:00`)

/** From one hour of the clock to the next. */
export const hourWords = (hour: number, say: Say): string =>
  say('reports.hour', { from: clock(hour), to: clock(hour + 1) })

/** A kind of craft; the till's own lines and items without one in words. */
export function categoryWords(key: string | null, { say, language }: WordsAccess): string {
  if (key === null) return say('reports.noCategory')
  if (key === shippingSku) return say('reports.shipping')
  if (key === strangerSku) return say('reports.online')
  return categoryName(key, language)
}

/** What the big number is. */
export function takenWords({ kind, range, running }: Report, { say, locale }: WordsAccess): string {
  const days = { from: dayWords(range.from), to: dayWords(range.to) }
  if (kind === 'day') {
    return running
      ? say('reports.taken.today')
      : say('reports.taken.day', { day: longDayIn(range.from, locale) })
  }
  if (!running) return say(kind === 'week' ? 'reports.taken.week' : 'reports.taken.season', days)
  return kind === 'week' ? say('reports.taken.thisWeek') : say('reports.taken.running', { from: days.from })
}

/** What it is compared with, in the middle of a sentence. */
function beforeWords({ kind, range, compared }: Report, say: Say): string {
  const length = daysIn(range)
  const days = { days: length, shown: countIn(length) }
  if (compared.byNow === null) return say(`reports.than.${kind}`, days)
  return say(kind === 'day' ? 'reports.than.yesterday' : `reports.than.${kind}ByNow`, days)
}

/** How it compares with the span before. */
export function comparedWords(report: Report, say: Say): string {
  const { more, byNow, whole } = report.compared
  if ((byNow ?? whole).tickets === 0 && (byNow ?? whole).net === 0) return say(`reports.none.${report.kind}`)
  const what = beforeWords(report, say)
  if (more === 0) return say('reports.same', { what })
  return more > 0
    ? say('reports.more', { amount: amountIn(more, say), what })
    : say('reports.less', { amount: amountIn(-more, say), what })
}

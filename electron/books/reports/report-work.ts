import { reportOf } from '#shared/books/reports/report-of.ts'
import { daysIn, daysOfSpan, type SpanAsked, spanBefore } from '#shared/books/reports/span.ts'
import { businessDayNow } from '#shared/kernel/stamp.ts'
import { BooksRefused, type BookWork } from '../book-world.ts'
import { ticketsOn } from './ticket-walk.ts'

/** The report of a week or a season, read ticket by ticket: its memory grows with what a shop sells, not with how often. */
export const reportWork: BookWork<{ readonly asked: SpanAsked }> = async ({ asked }, world) => {
  const { ledger, now } = world
  const today = businessDayNow(ledger.openShift(), now)
  const days = daysOfSpan(asked, today)
  if (!days.ok) throw new BooksRefused(days.error)
  const range = days.value
  const half = daysIn(range)
  const report = reportOf(
    ticketsOn(ledger, range, (done, of) => world.progress((half * done) / of, 2 * half)),
    ticketsOn(ledger, spanBefore(asked.kind, range), (done, of) =>
      world.progress(half + (half * done) / of, 2 * half),
    ),
    { kind: asked.kind, range, today, now },
  )
  return { kind: 'value', value: report }
}

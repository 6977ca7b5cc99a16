import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Report } from '#shared/books/reports/report.ts'
import { daysOfSpan, type SpanAsked } from '#shared/books/reports/span.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { businessDayNow } from '#shared/kernel/stamp.ts'
import type { Books } from '../open-books.ts'
import { DayReports } from './day-reports.ts'

/** What the shop took, to be looked at. */
export interface Reports {
  /** The business day that is traded now. */
  today(): BusinessDay
  /** @returns `badRange`, `rangeInFuture`; `booksBusy` for more than a day while the books work on something else */
  of(asked: SpanAsked): Promise<Result<Report, Refusal>>
}

/** A day is read here, in slices between sales; anything longer by the books' own process. */
export function openReports({
  ledger,
  clock,
  books,
}: {
  readonly ledger: ReadLedger
  readonly clock: Clock
  readonly books: Books
}): Reports {
  const days = new DayReports(ledger)
  let last: Promise<unknown> = Promise.resolve()
  const today = (): BusinessDay => businessDayNow(ledger.openShift(), clock.now())

  async function longer(asked: SpanAsked): Promise<Result<Report, Refusal>> {
    const answer = await books.run({ kind: 'report', asked })
    if (!answer.ok) return answer
    if (answer.value.kind !== 'value') throw new Error('a report is no file')
    return ok(answer.value.value as Report)
  }

  return {
    today,
    async of(asked) {
      const range = daysOfSpan(asked, today())
      if (!range.ok) return err(range.error)
      if (asked.kind === 'day') {
        return ok(await days.of({ kind: 'day', range: range.value, today: today(), now: clock.now() }))
      }
      // Two screens, or one that changes its mind, wait for each other and are not told that the books are busy.
      const report = last.then(() => longer(asked))
      last = report.catch(() => undefined)
      return report
    },
  }
}

import { setImmediate as turn } from 'node:timers/promises'
import type { BookReads, BookShift } from '#electron/ledger/books-handles.ts'
import type { Report } from '#shared/books/reports/report.ts'
import {
  type DatedTicket,
  type EarlierTicket,
  newBeforeTally,
  type ReportAsked,
  reportFrom,
  tallyBefore,
} from '#shared/books/reports/report-of.ts'
import { newReportTally, type ReportTally, tallyReport } from '#shared/books/reports/report-tally.ts'
import { spanBefore } from '#shared/books/reports/span.ts'
import type { Seq, ShiftId } from '#shared/kernel/ids.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { dirham } from '#shared/money/amount.ts'
import { recentDays } from './recent-days.ts'
import { ticketsOfShift, type WalkedLedger } from './ticket-walk.ts'

/** Tickets read between two turns of the till: a millisecond or two. */
const slice = 50

/** A day as far as it has been read. */
interface ReadDay {
  readonly day: BusinessDay
  readonly tally: ReportTally
  /** The last entry read of each shift. */
  readonly through: Map<ShiftId, Seq>
  /** Of the day before, which is over. */
  readonly earlier: EarlierTicket[]
  readonly earlierThrough: Map<ShiftId, Seq>
}

/**
 * Reports of one day, read beside the sale in slices. The day asked about last is kept: while it runs, only what was sold
 * since is read.
 */
export class DayReports {
  private readonly ledger: WalkedLedger & Pick<BookReads, 'closingsIn'>
  private kept: ReadDay | null = null
  private last: Promise<unknown> = Promise.resolve()

  constructor(ledger: WalkedLedger & Pick<BookReads, 'closingsIn'>) {
    this.ledger = ledger
  }

  /** One at a time, in the order asked. @param asked of a day */
  of(asked: ReportAsked): Promise<Report> {
    const report = this.last.then(() => this.read(asked))
    this.last = report.catch(() => undefined)
    return report
  }

  private async read(asked: ReportAsked): Promise<Report> {
    const day = asked.range.from
    const shifts = this.ledger.shiftsOn(asked.range)
    const read = this.kept?.day === day ? this.kept : newDay(day)
    // Half read is not kept: a failure in between would count twice.
    this.kept = null
    await this.walk(shifts, read.through, ({ ticket, at }) => tallyReport(read.tally, ticket, at))
    const shiftsBefore = this.ledger.shiftsOn(spanBefore(asked.kind, asked.range))
    await this.walk(shiftsBefore, read.earlierThrough, ({ ticket: { kind, gross }, at }) =>
      read.earlier.push({ ticket: { kind, gross }, at }),
    )
    this.kept = read
    const before = newBeforeTally(asked)
    for (const each of read.earlier) tallyBefore(before, each)
    return reportFrom(asked, read.tally, before, {
      shifts: shifts.map(({ shiftId, cashier, closed }) => ({ shiftId, cashier, closed: closed !== null })),
      recent: recentDays(this.ledger, day, dirham(read.tally.takings.sales + read.tally.takings.refunds)),
    })
  }

  private async walk(
    shifts: readonly BookShift[],
    through: Map<ShiftId, Seq>,
    take: (ticket: DatedTicket) => void,
  ): Promise<void> {
    let read = 0
    for (const shift of shifts)
      for (const ticket of ticketsOfShift(this.ledger, shift, through.get(shift.shiftId))) {
        take(ticket)
        through.set(shift.shiftId, ticket.seq)
        read += 1
        if (read % slice === 0) await turn()
      }
  }
}

const newDay = (day: BusinessDay): ReadDay => ({
  day,
  tally: newReportTally(),
  through: new Map(),
  earlier: [],
  earlierThrough: new Map(),
})

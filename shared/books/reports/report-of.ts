import type { Ticket } from '../../cart/ticket.ts'
import type { DayRange } from '../../kernel/day-range.ts'
import type { BusinessDay, Stamp } from '../../kernel/stamp.ts'
import { allocate } from '../../money/allocate.ts'
import { dirham } from '../../money/amount.ts'
import { scale } from '../../money/rounding.ts'
import { signOf } from '../ticket-sums.ts'
import { bargainedBy, bargainedOf } from './bargaining-tally.ts'
import type { BesideTickets, Compared, PieceRow, Report, ReportTotals, TenderRow } from './report.ts'
import { newReportTally, type ReportTally, tallyReport } from './report-tally.ts'
import { placeIn, type SpanKind, spanBefore } from './span.ts'
import { rowsByMost, rowsInOrder, shortened, takingsOf } from './takings.ts'

/** A ticket and when it was made. */
export interface DatedTicket {
  readonly ticket: Ticket
  readonly at: Stamp
}

/** As much of a ticket as the span before is compared by. */
export interface EarlierTicket {
  readonly ticket: Pick<Ticket, 'kind' | 'gross'>
  readonly at: Stamp
}

/** A span, and the moment it is asked about. */
export interface ReportAsked {
  readonly kind: SpanKind
  readonly range: DayRange
  readonly today: BusinessDay
  readonly now: Stamp
}

/** What the span before came to, whole and by this time of its day; filled by `tallyBefore`. */
export interface BeforeTally {
  readonly range: DayRange
  /** Ms into it, by the wall clock; `null`: the span asked about is over. */
  readonly until: number | null
  tickets: number
  net: number
  ticketsByNow: number
  netByNow: number
}

const isRunning = ({ range, today }: ReportAsked): boolean => range.to >= today

export const newBeforeTally = (asked: ReportAsked): BeforeTally => ({
  range: spanBefore(asked.kind, asked.range),
  until: isRunning(asked) ? placeIn(asked.range, asked.now) : null,
  tickets: 0,
  net: 0,
  ticketsByNow: 0,
  netByNow: 0,
})

/** Adds a ticket of the span before. */
export function tallyBefore(tally: BeforeTally, { ticket, at }: EarlierTicket): void {
  const sale = ticket.kind === 'sale' ? 1 : 0
  const gross = signOf(ticket) * ticket.gross
  tally.tickets += sale
  tally.net += gross
  if (tally.until === null || placeIn(tally.range, at) > tally.until) return
  tally.ticketsByNow += sale
  tally.netByNow += gross
}

function comparedWith(net: number, before: BeforeTally): Compared {
  const base = before.until === null ? before.net : before.netByNow
  const more = dirham(net - base)
  return {
    range: before.range,
    whole: { tickets: before.tickets, net: dirham(before.net) },
    byNow: before.until === null ? null : { tickets: before.ticketsByNow, net: dirham(before.netByNow) },
    more,
    permille: base <= 0 ? null : scale(more, 1000, base),
  }
}

function totalsOf(tally: ReportTally): ReportTotals {
  const takings = takingsOf(tally.takings)
  return {
    ...takings,
    refundTickets: tally.refundTickets,
    pieces: tally.pieces,
    average: takings.count === 0 ? null : scale(takings.sales, 1, takings.count),
    rounding: dirham(tally.rounding),
    duty: dirham(tally.duty),
    held: dirham(takings.net + tally.rounding + tally.duty),
  }
}

const pieceRows = (tally: ReportTally): readonly PieceRow[] =>
  rowsByMost(tally.pieceSums).map((row) => ({ ...row, name: tally.pieceNames.get(row.key) ?? {} }))

function tenderRows(tally: ReportTally): readonly TenderRow[] {
  const rows = rowsByMost(tally.tenders)
  const parts = rows.map(({ net }) => Math.max(0, net))
  const shares = parts.some((part) => part > 0) ? allocate(dirham(1000), parts) : []
  return rows.map((row, place) => ({ ...row, permille: shares[place] ?? 0 }))
}

/** The report that running sums come to. @param beside of a day */
export function reportFrom(
  asked: ReportAsked,
  tally: ReportTally,
  before: BeforeTally,
  beside: BesideTickets = { shifts: [], recent: [] },
): Report {
  const totals = totalsOf(tally)
  return {
    kind: asked.kind,
    range: asked.range,
    running: isRunning(asked),
    madeAt: asked.now,
    totals,
    compared: comparedWith(totals.net, before),
    hours: rowsInOrder(tally.hours),
    weekdays: rowsInOrder(tally.weekdays),
    days: rowsInOrder(tally.days),
    categories: shortened(rowsByMost(tally.categories)),
    makers: shortened(rowsByMost(tally.makers)),
    pieces: shortened(pieceRows(tally)),
    tenders: tenderRows(tally),
    languages: rowsByMost(tally.languages),
    bargaining: {
      total: bargainedOf(tally.bargained),
      online: dirham(tally.online),
      returned: dirham(tally.returned),
      categories: bargainedBy(tally.bargainedCategories),
      cashiers: bargainedBy(tally.bargainedCashiers),
      makers: bargainedBy(tally.bargainedMakers),
    },
    ...beside,
  }
}

/**
 * The report of a span from its tickets, each looked at once and let go.
 * @param tickets of the span's business days, in any order
 * @param before tickets of `spanBefore`
 */
export function reportOf(
  tickets: Iterable<DatedTicket>,
  before: Iterable<EarlierTicket>,
  asked: ReportAsked,
): Report {
  const tally = newReportTally()
  for (const { ticket, at } of tickets) tallyReport(tally, ticket, at)
  const earlier = newBeforeTally(asked)
  for (const each of before) tallyBefore(earlier, each)
  return reportFrom(asked, tally, earlier)
}

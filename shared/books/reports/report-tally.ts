import type { Tender, Ticket, TicketLine } from '../../cart/ticket.ts'
import type { LocalizedText } from '../../catalogue/item.ts'
import { isShelfSku } from '../../catalogue/off-shelf.ts'
import type { ReceiptLanguage } from '../../kernel/language.ts'
import type { BusinessDay, Stamp } from '../../kernel/stamp.ts'
import { signOf } from '../ticket-sums.ts'
import type { BargainedSum } from './bargaining-tally.ts'
import { addBargained, addBargainedAt, nothingBargained } from './bargaining-tally.ts'
import { hourOf, weekdayOf } from './span.ts'
import type { TakingsSum } from './takings.ts'
import { addTakings, addTakingsAt, noTakings } from './takings.ts'

/** Running sums of a report, minor units; grows with what a shop sells, not with how often. */
export interface ReportTally {
  readonly takings: TakingsSum
  refundTickets: number
  pieces: number
  rounding: number
  duty: number
  readonly hours: Map<number, TakingsSum>
  readonly weekdays: Map<number, TakingsSum>
  readonly days: Map<BusinessDay, TakingsSum>
  readonly categories: Map<string | null, TakingsSum>
  readonly makers: Map<string | null, TakingsSum>
  readonly pieceSums: Map<string, TakingsSum>
  readonly pieceNames: Map<string, LocalizedText>
  readonly tenders: Map<Tender['kind'], TakingsSum>
  readonly languages: Map<ReceiptLanguage, TakingsSum>
  readonly bargained: BargainedSum
  readonly bargainedCategories: Map<string | null, BargainedSum>
  readonly bargainedCashiers: Map<string | null, BargainedSum>
  readonly bargainedMakers: Map<string | null, BargainedSum>
  online: number
  returned: number
}

/** Nothing yet. */
export const newReportTally = (): ReportTally => ({
  takings: noTakings(),
  refundTickets: 0,
  pieces: 0,
  rounding: 0,
  duty: 0,
  hours: new Map(),
  weekdays: new Map(),
  days: new Map(),
  categories: new Map(),
  makers: new Map(),
  pieceSums: new Map(),
  pieceNames: new Map(),
  tenders: new Map(),
  languages: new Map(),
  bargained: nothingBargained(),
  bargainedCategories: new Map(),
  bargainedCashiers: new Map(),
  bargainedMakers: new Map(),
  online: 0,
  returned: 0,
})

/** What a line is counted under: its category; the till's own lines, which have none, under their own name. */
const categoryOf = ({ category, sku }: TicketLine): string | null =>
  category ?? (isShelfSku(sku) ? null : sku)

/** Adds a ticket. What comes back is taken off where it was sold: its category, its maker, its piece. */
export function tallyReport(tally: ReportTally, ticket: Ticket, at: Stamp): void {
  const sign = signOf(ticket)
  const gross = sign * ticket.gross
  addTakings(tally.takings, sign, gross, 1)
  if (sign === -1) tally.refundTickets += 1
  tally.rounding += sign * ticket.rounding
  if (ticket.duty?.borneBy === 'customer') tally.duty += sign * ticket.duty.amount
  addTakingsAt(tally.hours, hourOf(at), sign, gross, 1)
  addTakingsAt(tally.weekdays, weekdayOf(ticket.businessDay), sign, gross, 1)
  addTakingsAt(tally.days, ticket.businessDay, sign, gross, 1)
  addTakingsAt(tally.languages, ticket.language, sign, gross, 1)
  for (const { kind, amount } of ticket.tenders) addTakingsAt(tally.tenders, kind, sign, sign * amount, 1)
  for (const line of ticket.lines) tallyLine(tally, line, sign)
  tallyBargaining(tally, ticket)
}

function tallyLine(tally: ReportTally, line: TicketLine, sign: 1 | -1): void {
  const amount = sign * line.gross
  const units = isShelfSku(line.sku) ? line.quantity : 0
  if (sign === 1) tally.pieces += units
  addTakingsAt(tally.categories, categoryOf(line), sign, amount, units)
  addTakingsAt(tally.makers, line.maker, sign, amount, units)
  addTakingsAt(tally.pieceSums, line.sku, sign, amount, units)
  tally.pieceNames.set(line.sku, line.name)
}

function tallyBargaining(tally: ReportTally, ticket: Ticket): void {
  if (ticket.kind === 'refund') {
    tally.returned -= ticket.discounts
    return
  }
  if (ticket.tenders.some(({ kind }) => kind === 'online')) {
    tally.online += ticket.discounts
    return
  }
  for (const line of ticket.lines) {
    addBargained(tally.bargained, line)
    addBargainedAt(tally.bargainedCategories, categoryOf(line), line)
    addBargainedAt(tally.bargainedCashiers, ticket.cashier, line)
    addBargainedAt(tally.bargainedMakers, line.maker, line)
  }
}

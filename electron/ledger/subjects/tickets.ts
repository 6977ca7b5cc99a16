import type { Database } from 'better-sqlite3'
import type { Ticket } from '#shared/cart/ticket.ts'
import type { Seq, TicketNumber } from '#shared/kernel/ids.ts'
import type { Entry, Projections } from '../entry.ts'
import type { TicketRow } from '../handles.ts'
import { defineTable } from '../table.ts'
import { stockMoves } from './items.ts'
import { lineOnTicket } from './lines.ts'
import { ownerEarns } from './owners.ts'
import { soldElsewhere } from './pieces-elsewhere.ts'
import { unitsGivenBack } from './refunds.ts'
import { shiftOf } from './shifts.ts'
import { tenderOnTicket } from './tenders.ts'

/** What a list of tickets shows; the ticket itself stays in the journal, at `seq`. Minor units, ≥ 0. */
export interface TicketRecord {
  number: number
  seq: number
  sale: number
  /** `shifts.seq` */
  shift: number
  kind: 'sale' | 'refund'
  business_day: string
  cashier: string
  utc_ms: number
  offset_minutes: number
  gross: number
  discounts: number
  rounding: number
  /** Kinds, in order, with commas. */
  tenders: string
  refund_of: number | null
}

export interface TicketVatRow {
  ticket: number
  vat_class: string
  net: number
  vat: number
  gross: number
}

export const ticketsTable = defineTable<TicketRecord>({
  name: 'tickets',
  columns: [
    'number',
    'seq',
    'sale',
    'shift',
    'kind',
    'business_day',
    'cashier',
    'utc_ms',
    'offset_minutes',
    'gross',
    'discounts',
    'rounding',
    'tenders',
    'refund_of',
  ],
  key: ['number'],
})

export const ticketVatTable = defineTable<TicketVatRow>({
  name: 'ticket_vat',
  columns: ['ticket', 'vat_class', 'net', 'vat', 'gross'],
  key: ['ticket', 'vat_class'],
})

/**
 * A finished sale or refund, in every table that wants to know.
 * @throws when its number is not the next one: a gap or a number used twice must never become durable.
 */
export function ticketMade(to: Projections, entry: Entry, sale: number, ticket: Ticket): void {
  const { head } = to
  const number: number = ticket.number
  if (number !== head.last_ticket + 1)
    throw new Error(`ticket ${number} where ticket ${head.last_ticket + 1} is due`)
  const shift = shiftOf(to, ticket.shiftId)
  const sign = ticket.kind === 'sale' ? 1 : -1

  to.tickets.insert({
    number,
    seq: entry.seq,
    sale,
    shift: shift.seq,
    kind: ticket.kind,
    business_day: ticket.businessDay,
    cashier: ticket.cashier,
    utc_ms: entry.utcMs,
    offset_minutes: entry.offsetMinutes,
    gross: ticket.gross,
    discounts: ticket.discounts,
    rounding: ticket.rounding,
    tenders: ticket.tenders.map((tender) => tender.kind).join(','),
    refund_of: ticket.refundOf?.number ?? null,
  })
  for (const { vatClass: vat_class, net, vat, gross } of ticket.vat)
    to.ticketVat.insert({ ticket: number, vat_class, net, vat, gross })

  let position = 0
  for (const line of ticket.lines) {
    position += 1
    lineOnTicket(to, sale, number, position, line)
    if (!line.unique || !soldElsewhere(to, entry, line.sku, ticket))
      stockMoves(to, entry, line.sku, -sign * line.quantity)
    const original = ticket.refundOf?.lines[position - 1]
    if (ticket.refundOf !== null && original !== undefined)
      unitsGivenBack(to, ticket.refundOf.number, original, line.quantity)
  }

  for (const [owner, due] of duesOf(ticket)) ownerEarns(to, owner, sign * due)

  let cash = 0
  for (const tender of ticket.tenders) {
    tenderOnTicket(to, sale, number, tender)
    if (tender.kind === 'cash') cash += tender.amount
  }
  if (cash !== 0) to.shifts.update({ cash: shift.cash + sign * cash }, shift.seq)

  head.last_ticket = number
  head.grand_total += sign * ticket.gross
  head.absolute_total += ticket.gross
}

/** What a ticket's lines are worth to each of their owners, unsigned. */
function duesOf({ lines }: Ticket): ReadonlyMap<string, number> {
  const dues = new Map<string, number>()
  for (const { owner, ownerDue } of lines)
    if (owner !== null) dues.set(owner.owner, (dues.get(owner.owner) ?? 0) + ownerDue)
  return dues
}

/** A ticket is read from its journal entry: the table only knows where that is. */
export function ticketReads(db: Database): { find(number: TicketNumber): TicketRow | null } {
  const find = db.prepare<
    [number],
    { seq: number; hash: string; body: string; utc_ms: number; offset_minutes: number }
  >(
    'SELECT j.seq, j.hash, j.body, j.utc_ms, j.offset_minutes FROM tickets JOIN journal j ON j.seq = tickets.seq ' +
      'WHERE number = ?',
  )
  return {
    find(number) {
      const row = find.get(number)
      if (row === undefined) return null
      return {
        ticket: (JSON.parse(row.body) as { ticket: Ticket }).ticket,
        at: { utcMs: row.utc_ms, offsetMinutes: row.offset_minutes },
        seq: row.seq as Seq,
        hash: row.hash,
      }
    },
  }
}

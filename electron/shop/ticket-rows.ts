import { signOf } from '#shared/books/ticket-sums.ts'
import type { Ticket } from '#shared/cart/ticket.ts'
import { isShelfSku } from '#shared/catalogue/off-shelf.ts'
import type { Fact, FactOf } from '#shared/checkout/fact.ts'
import type { Sku, TillId } from '#shared/kernel/ids.ts'
import type { CheckedEntry } from './arrival.ts'
import type { ItemLoad } from './catalogue-loads.ts'
import type { Seller, TicketRef } from './piece.ts'

/** What an entry of a journal means to the shop besides itself. Rows are as the tables have them, refunds below zero. */
export interface Meaning {
  readonly tickets: TicketRow[]
  readonly lines: LineRow[]
  readonly tenders: TenderRow[]
  readonly vat: VatRow[]
  readonly shiftsOpened: OpenedShift[]
  readonly shiftsClosed: ClosedShift[]
  /** Items that a catalogue of the till's own brought; what it took from the shop's is nothing new here. */
  readonly loads: ItemLoad[]
  readonly moves: StockMove[]
  readonly pieces: PieceMove[]
}

export interface TicketRow {
  readonly number: number
  readonly seq: number
  readonly kind: 'sale' | 'refund'
  readonly businessDay: string
  readonly shiftId: string
  readonly cashier: string
  readonly language: string
  readonly atMs: number
  readonly gross: number
  readonly discounts: number
  readonly rounding: number
  readonly refundOf: number | null
}

export interface LineRow {
  readonly number: number
  readonly line: number
  readonly sku: string
  readonly name: string
  readonly category: string
  readonly isPiece: boolean
  readonly quantity: number
  readonly gross: number
  readonly discount: number
  readonly vatClass: string
  readonly owner: string
  readonly ownerDue: number
}

export interface TenderRow {
  readonly number: number
  readonly part: number
  readonly kind: string
  readonly amount: number
}

export interface VatRow {
  readonly number: number
  readonly vatClass: string
  readonly net: number
  readonly vat: number
  readonly gross: number
}

export interface OpenedShift {
  readonly shiftId: string
  readonly businessDay: string
  readonly cashier: string
  readonly atMs: number
  readonly float: number
}

export interface ClosedShift {
  readonly shiftId: string
  readonly atMs: number
  readonly expected: number
  readonly counted: number
  readonly difference: number
}

/** Of a counted item, by the till's clock as far as it went on: put back, it stands still. */
export interface StockMove {
  readonly sku: string
  readonly delta: number
  readonly atMs: number
  readonly seq: number
}

/** A one-of-a-kind piece left with a ticket, came back with a refund of it, or stands in a till's catalogue as there. */
export type PieceMove =
  | { readonly kind: 'sold'; readonly sku: Sku; readonly by: Seller }
  | { readonly kind: 'back'; readonly sku: Sku; readonly of: TicketRef; readonly refund: number }
  | { readonly kind: 'loaded'; readonly sku: Sku; readonly till: TillId }

/**
 * What entries of one till mean, in order. Kinds of facts that this program does not know mean nothing.
 * @param latestMs the latest that any entry before these was dated
 */
export function meaningOf(till: TillId, entries: readonly CheckedEntry[], latestMs = 0): Meaning {
  const meaning: Meaning = {
    tickets: [],
    lines: [],
    tenders: [],
    vat: [],
    shiftsOpened: [],
    shiftsClosed: [],
    loads: [],
    moves: [],
    pieces: [],
  }
  let atMs = latestMs
  for (const entry of entries) {
    const { fact } = entry
    atMs = Math.max(atMs, entry.at.utcMs)
    if (fact.kind === 'saleCompleted' || fact.kind === 'refundCompleted')
      ticketMeans(meaning, till, { entry, atMs }, fact.ticket)
    else if (fact.kind === 'catalogueLoaded') catalogueMeans(meaning, till, { entry, atMs }, fact)
    else shiftMeans(meaning, entry.at.utcMs, fact)
  }
  return meaning
}

interface Dated {
  readonly entry: CheckedEntry
  readonly atMs: number
}

function catalogueMeans(
  to: Meaning,
  till: TillId,
  { entry: { seq }, atMs }: Dated,
  { items, fromShop = false }: FactOf<'catalogueLoaded'>,
): void {
  if (fromShop) return
  for (const item of items) {
    to.loads.push({ item, seq, atMs })
    if (item.unique && item.stock > 0) to.pieces.push({ kind: 'loaded', sku: item.sku, till })
  }
}

function shiftMeans(to: Meaning, atMs: number, fact: Fact): void {
  if (fact.kind === 'shiftOpened') {
    const { shiftId, businessDay, cashier, float } = fact
    to.shiftsOpened.push({ shiftId, businessDay, cashier, atMs, float })
  }
  if (fact.kind !== 'shiftClosed') return
  const { expected, counted, difference } = fact.drawer
  to.shiftsClosed.push({ shiftId: fact.shiftId, atMs, expected, counted, difference })
}

function ticketMeans(to: Meaning, till: TillId, { entry: { seq, at }, atMs }: Dated, ticket: Ticket): void {
  const { number, kind, refundOf } = ticket
  const sign = signOf(ticket)
  to.tickets.push({
    number,
    seq,
    kind,
    businessDay: ticket.businessDay,
    shiftId: ticket.shiftId,
    cashier: ticket.cashier,
    language: ticket.language,
    atMs: at.utcMs,
    gross: sign * ticket.gross,
    discounts: sign * ticket.discounts,
    rounding: sign * ticket.rounding,
    refundOf: refundOf?.number ?? null,
  })
  ticket.tenders.forEach((tender, i) => {
    to.tenders.push({ number, part: i + 1, kind: tender.kind, amount: sign * tender.amount })
  })
  for (const { vatClass, net, vat, gross } of ticket.vat)
    to.vat.push({ number, vatClass, net: sign * net, vat: sign * vat, gross: sign * gross })
  ticket.lines.forEach((line, i) => {
    const { sku, name, unique, quantity } = line
    to.lines.push({
      number,
      line: i + 1,
      sku,
      name: name.fr ?? name.ar ?? name.en ?? sku,
      category: line.category ?? '',
      isPiece: unique,
      quantity: sign * quantity,
      gross: sign * line.gross,
      discount: sign * line.discount,
      vatClass: line.vat,
      owner: line.owner?.owner ?? '',
      ownerDue: sign * line.ownerDue,
    })
    // What stands on no shelf moves none: the way to a buyer is no article.
    if (!isShelfSku(sku)) return
    if (!unique) to.moves.push({ sku, delta: -sign * quantity, atMs, seq })
    else if (refundOf !== null)
      to.pieces.push({ kind: 'back', sku, of: { till, number: refundOf.number }, refund: number })
    else
      to.pieces.push({
        kind: 'sold',
        sku,
        by: { ticket: { till, number }, sale: ticket.saleId, order: orderOf(ticket) },
      })
  })
}

/** Number of the online order whose goods left with a ticket: what the marketplace's money refers to. */
const orderOf = ({ tenders }: Ticket): string | null =>
  tenders.flatMap((tender) => (tender.kind === 'online' ? [tender.reference] : []))[0] ?? null

/**
 * What movements add up to, by sku. What was sold before somebody counted is in the count already; what follows a count in
 * its own journal is dated like it where the clock was put back, and is not.
 * @param countedMs when each sku was counted last, by the database's clock; absent: never
 */
export function netMoves(
  moves: readonly StockMove[],
  countedMs: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const net = new Map<string, number>()
  for (const { sku, delta, atMs } of moves)
    if (atMs >= (countedMs.get(sku) ?? Number.NEGATIVE_INFINITY)) net.set(sku, (net.get(sku) ?? 0) + delta)
  return net
}

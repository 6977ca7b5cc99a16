import type { Database } from 'better-sqlite3'
import type { Ticket } from '#shared/cart/ticket.ts'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { Sku, TicketNumber, TillId } from '#shared/kernel/ids.ts'
import type { TillTicket } from '#shared/marketplace/order.ts'
import type { Entry, Projections } from '../entry.ts'
import type { MarketReads } from '../market-handles.ts'
import { defineTable } from '../table.ts'
import { stockSet } from './items.ts'

/** A piece that another till of the shop sold and that has not come back. */
export interface PieceElsewhereRow {
  sku: string
  till: string
  /** Of that till's ticket. */
  number: number
  seq: number
  /** Our own ticket that sold it, too, until somebody has settled it. */
  ours: number | null
  /** By which entry that was seen. */
  twice_seq: number | null
}

export const piecesElsewhereTable = defineTable<PieceElsewhereRow>({
  name: 'pieces_elsewhere',
  columns: ['sku', 'till', 'number', 'seq', 'ours', 'twice_seq'],
  key: ['sku'],
})

const mostTaken = 1000

/** Counts as they are now: said again they change nothing. @throws RangeError on more than 1000 together */
export function shopStockTaken(to: Projections, entry: Entry, fact: FactOf<'shopStockTaken'>): void {
  const { counts, sold, back } = fact
  if (counts.length + sold.length + back.length > mostTaken)
    throw new RangeError('more than 1000 items taken in one entry')
  const { seq } = entry
  for (const { sku, count } of counts) stockSet(to, entry, sku, count)
  for (const { sku, ticket, ours } of sold) {
    // Counted items come as counts.
    if (to.items.by(sku)?.is_unique === 0) continue
    const { till, number } = ticket
    stockSet(to, entry, sku, 0)
    const known = to.piecesElsewhere.get(sku)
    if (known?.till === till && known.number === number) continue
    to.piecesElsewhere.remove(sku)
    if (till !== to.head.till_id)
      to.piecesElsewhere.insert({ sku, till, number, seq, ours, twice_seq: ours === null ? null : seq })
  }
  for (const sku of back) {
    stockSet(to, entry, sku, 1)
    to.piecesElsewhere.remove(sku)
  }
}

/**
 * A ticket of our own sells, or takes back, a piece that another till has sold: whatever we do with ours, it is not on the
 * shelf.
 * @returns false: no other till has
 */
export function soldElsewhere(to: Projections, { seq }: Entry, sku: string, ticket: Ticket): boolean {
  const row = to.piecesElsewhere.get(sku)
  if (row === undefined) return false
  if (ticket.kind === 'sale') to.piecesElsewhere.update({ ours: ticket.number, twice_seq: seq }, sku)
  else settled(to, sku, ticket.refundOf?.number)
  return true
}

export const soldTwiceClosed = (to: Projections, { sku, ticket }: FactOf<'soldTwiceClosed'>): void =>
  settled(to, sku, ticket)

function settled(to: Projections, sku: string, ours: number | undefined): void {
  if (ours !== undefined && to.piecesElsewhere.get(sku)?.ours === ours)
    to.piecesElsewhere.update({ ours: null, twice_seq: null }, sku)
}

type ElsewhereReads = Pick<MarketReads, 'soldBy' | 'ownTicketOf' | 'soldElsewhere' | 'soldTwice'>

const ticketOf = (row: PieceElsewhereRow): TillTicket => ({
  till: row.till as TillId,
  number: row.number as TicketNumber,
})

/** Who has a piece that is not on the shelf. */
export function pieceElsewhereReads(db: Database, tillId: TillId): ElsewhereReads {
  const offShelf = db
    .prepare<[string], number>(
      'SELECT 1 FROM items JOIN stock ON stock.item = items.id WHERE sku = ? AND is_unique = 1 AND count <= 0',
    )
    .pluck()
  const newest = db.prepare<[string], { number: TicketNumber; kind: 'sale' | 'refund'; seq: number }>(
    `SELECT number, kind, seq FROM lines INDEXED BY lines_sold JOIN tickets ON number = ticket
     WHERE sku = ? AND ticket IS NOT NULL ORDER BY ticket DESC LIMIT 1`,
  )
  const find = db.prepare<[string], PieceElsewhereRow>('SELECT * FROM pieces_elsewhere WHERE sku = ?')
  const twice = db.prepare<
    [],
    PieceElsewhereRow & { ours: TicketNumber; utc_ms: number; offset_minutes: number }
  >(
    `SELECT e.*, utc_ms, offset_minutes FROM pieces_elsewhere e INDEXED BY pieces_sold_twice
     JOIN journal ON journal.seq = twice_seq WHERE ours IS NOT NULL ORDER BY twice_seq, sku`,
  )
  const own = (sku: Sku): { readonly number: TicketNumber; readonly seq: number } | null => {
    const ticket = offShelf.get(sku) === undefined ? undefined : newest.get(sku)
    return ticket?.kind === 'sale' ? ticket : null
  }
  return {
    soldBy(sku) {
      const [here, there] = [own(sku), find.get(sku)]
      if (there !== undefined && there.seq > (here?.seq ?? 0))
        return offShelf.get(sku) === undefined ? null : ticketOf(there)
      return here && { till: tillId, number: here.number }
    },
    ownTicketOf: (sku) => own(sku)?.number ?? null,
    soldElsewhere(sku) {
      const row = find.get(sku)
      return row === undefined ? null : ticketOf(row)
    },
    soldTwice: () =>
      twice.all().map((row) => ({
        sku: row.sku as Sku,
        ours: row.ours,
        theirs: ticketOf(row),
        since: { utcMs: row.utc_ms, offsetMinutes: row.offset_minutes },
      })),
  }
}

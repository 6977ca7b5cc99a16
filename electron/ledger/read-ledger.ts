import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { Seq, TicketNumber, TillId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { bookReads } from './books-reads.ts'
import type { JournalEntry, ReadLedger } from './handles.ts'
import { entryOf, journalRows } from './journal.ts'
import { marketReads } from './market-reads.ts'
import { outboxReads } from './outbox-reads.ts'
import { paperReads } from './paper-reads.ts'
import { settlementReads } from './settlement-reads.ts'
import { attemptReads, terminalSequenceAfter } from './subjects/attempts.ts'
import { type HeadRow, headReads } from './subjects/head.ts'
import { itemSearch } from './subjects/item-search.ts'
import { itemReads } from './subjects/items.ts'
import { pinReads } from './subjects/pins.ts'
import { refundReads } from './subjects/refunds.ts'
import { saleReads } from './subjects/sales.ts'
import { settingsReads } from './subjects/settings.ts'
import { shiftReads } from './subjects/shifts.ts'
import { ticketList } from './subjects/ticket-list.ts'
import { ticketReads } from './subjects/tickets.ts'

/** The journal itself, in order, for books, exports and archives. */
export interface History {
  /** Entries after a sequence number (0: from the first), read some hundreds at a time as they are asked for. */
  entriesAfter(seq: number): Iterable<JournalEntry>
  /**
   * A stretch as it is written and hashed, both ends included: UTF-8, one line an entry,
   * `{"hash":"…","previousHash":"…","entry":{"by":…,"fact":…,"offsetMinutes":…,"seq":…,"tillId":…,"utcMs":…}}`, where the text
   * of `entry` behind that of `previousHash` is what was hashed. `through`: the last entry of a piece.
   */
  linesBetween(
    from: number,
    through: number,
  ): Iterable<{ readonly lines: Uint8Array; readonly through: number }>
}

/** Answers every question of `ReadLedger` from a database that is open. */
export function readLedger(db: Database): ReadLedger & History {
  const heads = headReads(db)
  const journal = journalRows(db)
  const settings = settingsReads(db)
  const shifts = shiftReads(db)
  const sales = saleReads(db)
  const attempts = attemptReads(db)
  const items = itemReads(db)
  const search = itemSearch(db)
  const tickets = ticketReads(db)
  const list = ticketList(db, search.skusOf)
  const refunds = refundReads(db)
  const pins = pinReads(db)
  const outbox = outboxReads(db)

  const head = (): HeadRow => {
    const row = heads.find()
    if (row === undefined) throw new Error('the ledger has no head row')
    return row
  }

  const tillId = head().till_id as TillId

  return {
    ...paperReads(db, head),
    ...settlementReads(db, head),
    ...marketReads(db, tillId),
    ...bookReads(db, head),
    tillId,
    head() {
      const { seq, hash, utc_ms, offset_minutes } = head()
      return seq === 0
        ? null
        : { seq: seq as Seq, hash, at: { utcMs: utc_ms, offsetMinutes: offset_minutes } }
    },
    nextTicketNumber: () => (head().last_ticket + 1) as TicketNumber,
    nextTerminalSequence: () => terminalSequenceAfter(head().terminal_sequence),
    settings: settings.settings,
    people: settings.people,
    openShift() {
      const seq = head().open_shift
      return seq === null ? null : shifts.find(seq)
    },
    findShift: shifts.findById,
    factsOfSale: journal.factsOfSale,
    unfinishedFacts: journal.unfinishedFacts,
    unfinishedSales: sales.unfinished,
    findItem: items.find,
    pieceIsSold: items.isSold,
    stockOf: items.stockOf,
    findTicket: tickets.find,
    refundedUnits: refunds.unitsOf,
    listTickets: list.list,
    searchItems: search.search,
    listCategories: items.categories,
    drawer: shifts.drawer,
    lastClosedDrawer() {
      const seq = head().last_closing
      const row = seq === null ? undefined : journal.find(seq)
      if (row === undefined) return null
      const { drawer, shiftId } = entryOf(row).fact as FactOf<'shiftClosed'>
      return { ...drawer, shiftId }
    },
    grandTotal: () => dirham(head().grand_total),
    attempt: attempts.find,
    recentApprovals: attempts.recentApprovals,
    lastTest() {
      const shift = head().open_shift
      return shift === null ? null : attempts.lastTestAfter(shift)
    },
    pinOf: pins.find,
    outboxCounts() {
      const { outbox_acquirer: acquirer, outbox_marketplace: marketplace, outbox_host: host } = head()
      return {
        waiting: outbox.unreached(),
        byDestination: { acquirer, marketplace, ...(host > 0 && { host }) },
      }
    },
    lanes: outbox.lanes,
    *entriesAfter(seq) {
      for (let after = seq; ; ) {
        const rows = journal.after(after, 500)
        for (const row of rows) yield entryOf(row)
        const last = rows.at(-1)
        if (last === undefined) return
        after = last.seq
      }
    },
    *linesBetween(from, through) {
      // Many, so that whoever packs them has work meanwhile; not more, because a thousand items of a catalogue are one entry.
      const atOnce = 400
      for (let after = from - 1; after < through; after += atOnce) {
        const last = Math.min(after + atOnce, through)
        yield { lines: journal.linesAfter(after, last, atOnce, tillId), through: last }
      }
    },
  }
}

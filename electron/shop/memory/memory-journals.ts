import type { Ticket } from '#shared/cart/ticket.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Seq, TillId } from '#shared/kernel/ids.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { type Arrival, checkPart, type JournalPart, judgePart } from '../arrival.ts'
import { type LoadedCount, loadedCounts, newestItems } from '../catalogue-loads.ts'
import type { TicketRef } from '../piece.ts'
import type { TillDay, TillStanding } from '../shop-database.ts'
import { netMoves } from '../ticket-rows.ts'
import { movePiece } from './memory-pieces.ts'
import { changed, type MemoryStore, type TillJournal } from './memory-store.ts'

const emptyJournal = (): TillJournal => ({
  head: null,
  arrivedMs: 0,
  entries: [],
  meaning: { tickets: [], tenders: [], vat: [] },
})

export function ingest(store: MemoryStore, part: JournalPart): Arrival {
  const checked = checkPart(part)
  if ('end' in checked) return checked
  const journal = store.journals.get(part.till) ?? emptyJournal()
  const hashes = new Map<Seq, string>()
  for (const { seq } of checked) {
    const there = journal.entries[seq - 1]
    if (there !== undefined) hashes.set(seq, there.hash)
  }
  const judged = judgePart(part, checked, { head: journal.head, hashes })
  if (judged.end === 'fork') {
    const { seq, offered } = judged
    if (!store.forks.some((fork) => fork.till === part.till && fork.offered.hash === offered.hash))
      store.forks.push({ till: part.till, seq, offered })
    return { end: 'fork', seq }
  }
  if (judged.end !== 'new') return judged
  const { meaning } = judged
  journal.entries.push(...judged.entries)
  journal.meaning.tickets.push(...meaning.tickets)
  journal.meaning.tenders.push(...meaning.tenders)
  journal.meaning.vat.push(...meaning.vat)
  journal.head = judged.head
  journal.arrivedMs = store.nowMs()
  store.journals.set(part.till, journal)
  loadItems(store, newestItems(meaning.loads))
  const loaded = loadCounts(store, loadedCounts(meaning.loads, meaning.moves))
  const moves = meaning.moves.filter(({ sku }) => !loaded.has(sku))
  moveStock(store, netMoves(moves, countedMs(store)))
  for (const move of meaning.pieces) movePiece(store, move)
  return { end: 'stored', head: judged.head, added: judged.entries.length }
}

function loadItems(store: MemoryStore, items: readonly CatalogueItem[]): void {
  for (const item of items) {
    store.items.set(item.sku, { item, version: (store.items.get(item.sku)?.version ?? 0) + 1 })
    changed(store, 'item', item.sku)
  }
}

/** @returns those that nobody counted later */
function loadCounts(store: MemoryStore, counts: readonly LoadedCount[]): ReadonlySet<string> {
  const taken = counts.filter(
    ({ sku, atMs }) => (store.stock.get(sku)?.countedMs ?? Number.NEGATIVE_INFINITY) <= atMs,
  )
  for (const { sku, count, atMs } of taken) {
    store.stock.set(sku, { count, countedMs: atMs, version: (store.stock.get(sku)?.version ?? 0) + 1 })
    changed(store, 'stock', sku)
  }
  return new Set(taken.map(({ sku }) => sku))
}

function countedMs({ stock }: MemoryStore): ReadonlyMap<string, number> {
  return new Map([...stock].flatMap(([sku, { countedMs: at }]) => (at === null ? [] : [[sku, at]])))
}

function moveStock(store: MemoryStore, net: ReadonlyMap<string, number>): void {
  for (const [sku, delta] of net) {
    const {
      count,
      countedMs: at,
      version,
    } = store.stock.get(sku) ?? { count: 0, countedMs: null, version: 0 }
    store.stock.set(sku, { count: count + delta, countedMs: at, version: version + 1 })
    changed(store, 'stock', sku)
  }
}

export function findTicket(store: MemoryStore, { till, number }: TicketRef): Ticket | null {
  const journal = store.journals.get(till)
  const row = journal?.meaning.tickets.find((ticket) => ticket.number === number)
  const fact = row === undefined ? undefined : journal?.entries[row.seq - 1]?.fact
  return fact?.kind === 'saleCompleted' || fact?.kind === 'refundCompleted' ? fact.ticket : null
}

export function tills({ journals, forks, nowMs }: MemoryStore): readonly TillStanding[] {
  return [...journals]
    .flatMap(([name, { head, entries, arrivedMs }]) => {
      const last = entries.at(-1)
      if (head === null || last === undefined) return []
      const till = name as TillId
      return {
        till,
        seq: head.seq,
        writtenAt: last.at,
        arrivedMs,
        nowMs: nowMs(),
        unsealed: head.seq - head.sealedSeq,
        forks: forks.filter((fork) => fork.till === till).length,
      }
    })
    .sort((a, b) => (a.till < b.till ? -1 : 1))
}

export function dayTotals(store: MemoryStore, day: BusinessDay): readonly TillDay[] {
  return [...store.journals]
    .flatMap(([till, journal]) => dayOf(till as TillId, journal, day))
    .sort((a, b) => (a.till < b.till ? -1 : 1))
}

function dayOf(till: TillId, { meaning }: TillJournal, businessDay: BusinessDay): TillDay[] {
  const tickets = meaning.tickets.filter((ticket) => ticket.businessDay === businessDay)
  if (tickets.length === 0) return []
  const numbers = new Set(tickets.map(({ number }) => number))
  const sum = <T>(rows: readonly T[], amount: (row: T) => number): number =>
    rows.reduce((total, row) => total + amount(row), 0)
  const taken = (kind: string): number =>
    sum(
      meaning.tenders.filter((tender) => tender.kind === kind && numbers.has(tender.number)),
      ({ amount }) => amount,
    )
  return [
    {
      till,
      businessDay,
      sales: tickets.filter(({ kind }) => kind === 'sale').length,
      refunds: tickets.filter(({ kind }) => kind === 'refund').length,
      gross: sum(tickets, ({ gross }) => gross),
      discounts: sum(tickets, ({ discounts }) => discounts),
      rounding: sum(tickets, ({ rounding }) => rounding),
      vat: sum(
        meaning.vat.filter(({ number }) => numbers.has(number)),
        ({ vat }) => vat,
      ),
      cash: taken('cash'),
      card: taken('card'),
      mobile: taken('mobile'),
      transfer: taken('transfer'),
      cheque: taken('cheque'),
      online: taken('online'),
    },
  ]
}

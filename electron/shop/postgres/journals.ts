import type { Ticket } from '#shared/cart/ticket.ts'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { Seq, TillId } from '#shared/kernel/ids.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import {
  type Arrival,
  type CheckedEntry,
  type JournalPart,
  type Judged,
  judgePart,
  type StoredHead,
} from '../arrival.ts'
import type { TicketRef } from '../piece.ts'
import type { TillDay, TillStanding } from '../shop-database.ts'
import { loadItems } from './catalogue.ts'
import type { Ask } from './connections.ts'
import { writeEntries, writeMeaning } from './meaning.ts'
import { movePieces } from './piece-books.ts'
import { moveStock } from './stock.ts'
import { ShopDefect } from './trouble.ts'

interface HeadRow {
  readonly seq: number
  readonly hash: string
  readonly public_key: string | null
  readonly sealed_seq: number
  readonly last_ticket: number
  readonly latest_ms: number
}

interface TillRow extends Pick<TillStanding, 'till' | 'seq' | 'unsealed' | 'forks'> {
  readonly utc_ms: number
  readonly offset_minutes: number
  readonly arrived_at: Date
  readonly now_at: Date
}

const headSql =
  'SELECT seq, hash, public_key, sealed_seq, last_ticket, latest_ms FROM tills WHERE shop = $1 AND till = $2'
const firstSql = `
INSERT INTO tills (shop, till, seq, hash, public_key, sealed_seq, last_ticket, first_arrived_at, arrived_at)
VALUES ($1, $2, 0, '', NULL, 0, 0, now(), now()) ON CONFLICT (shop, till) DO NOTHING`
const hashesSql = 'SELECT seq, hash FROM journal WHERE shop = $1 AND till = $2 AND seq BETWEEN $3 AND $4'
const forkSql = `
INSERT INTO journal_forks (shop, till, seq, stored_hash, offered_hash, offered_body, seen_at)
VALUES ($1, $2, $3, $4, $5, $6, now()) ON CONFLICT (shop, till, seq, offered_hash) DO NOTHING`
/** Only from where it was read: whatever a server makes of locks, a journal is continued once. */
const moveHeadSql = `
UPDATE tills SET seq = $3, hash = $4, public_key = $5, sealed_seq = $6, last_ticket = $7, latest_ms = $8,
  arrived_at = now()
WHERE shop = $1 AND till = $2 AND seq = $9 RETURNING seq`
const tillsSql = `
SELECT t.till, t.seq, j.utc_ms, j.offset_minutes, t.arrived_at, now() AS now_at, t.seq - t.sealed_seq AS unsealed,
  (SELECT count(*) FROM journal_forks f WHERE f.shop = t.shop AND f.till = t.till) AS forks
FROM tills t JOIN journal j ON j.shop = t.shop AND j.till = t.till AND j.seq = t.seq
WHERE t.shop = $1 ORDER BY t.till COLLATE "C"`
const daySql = `
SELECT till, business_day AS "businessDay", sales, refunds, gross, discounts, rounding, vat, cash, card, mobile, transfer,
  cheque, online FROM day_totals WHERE shop = $1 AND business_day = $2 ORDER BY till COLLATE "C"`
const ticketSql = `
SELECT j.body FROM tickets t JOIN journal j ON j.shop = t.shop AND j.till = t.till AND j.seq = t.seq
WHERE t.shop = $1 AND t.till = $2 AND t.number = $3`

const headOfRow = (row: HeadRow | undefined): StoredHead | null =>
  row === undefined || row.seq === 0
    ? null
    : {
        seq: row.seq as Seq,
        hash: row.hash,
        publicKey: row.public_key,
        sealedSeq: row.sealed_seq,
        lastTicket: row.last_ticket,
        latestMs: row.latest_ms,
      }

export async function headOf(ask: Ask, shop: string, till: TillId): Promise<StoredHead | null> {
  const [row] = await ask<HeadRow>(headSql, [shop, till])
  return headOfRow(row)
}

/** Inside a transaction. @param checked the entries of the part, whole in themselves */
export async function ingest(
  ask: Ask,
  shop: string,
  part: JournalPart,
  checked: readonly CheckedEntry[],
): Promise<Arrival> {
  const { till } = part
  const head = await lockHead(ask, shop, till)
  const judged = judgePart(part, checked, { head, hashes: await hashesOf(ask, shop, till, checked, head) })
  if (judged.end === 'fork') return keepFork(ask, shop, till, judged)
  if (judged.end !== 'new') return judged
  const { entries, meaning, head: next } = judged
  const moved = await ask(moveHeadSql, [
    shop,
    till,
    next.seq,
    next.hash,
    next.publicKey,
    next.sealedSeq,
    next.lastTicket,
    next.latestMs,
    head?.seq ?? 0,
  ])
  if (moved.length !== 1) throw new ShopDefect('a journal that is locked was continued by another')
  await writeEntries(ask, shop, till, entries)
  await writeMeaning(ask, shop, till, meaning)
  const loaded = await loadItems(ask, shop, meaning)
  await moveStock(
    ask,
    shop,
    meaning.moves.filter(({ sku }) => !loaded.has(sku)),
  )
  await movePieces(ask, shop, meaning.pieces)
  return { end: 'stored', head: next, added: entries.length }
}

async function lockHead(ask: Ask, shop: string, till: TillId): Promise<StoredHead | null> {
  const locked = async (): Promise<HeadRow | undefined> =>
    (await ask<HeadRow>(`${headSql} FOR UPDATE`, [shop, till]))[0]
  const known = await locked()
  if (known !== undefined) return headOfRow(known)
  await ask(firstSql, [shop, till])
  return headOfRow(await locked())
}

async function hashesOf(
  ask: Ask,
  shop: string,
  till: TillId,
  checked: readonly CheckedEntry[],
  head: StoredHead | null,
): Promise<ReadonlyMap<Seq, string>> {
  const from = checked[0]?.seq ?? 0
  const to = Math.min(checked.at(-1)?.seq ?? 0, head?.seq ?? 0)
  if (from > to) return new Map()
  const rows = await ask<{ seq: Seq; hash: string }>(hashesSql, [shop, till, from, to])
  return new Map(rows.map(({ seq, hash }) => [seq, hash]))
}

async function keepFork(
  ask: Ask,
  shop: string,
  till: TillId,
  { seq, stored, offered }: Extract<Judged, { readonly end: 'fork' }>,
): Promise<Arrival> {
  await ask(forkSql, [shop, till, seq, stored, offered.hash, offered.body])
  return { end: 'fork', seq }
}

export const tills = async (ask: Ask, shop: string): Promise<readonly TillStanding[]> => {
  const rows = await ask<TillRow>(tillsSql, [shop])
  return rows.map(
    ({ till, seq, utc_ms: utcMs, offset_minutes: offsetMinutes, arrived_at, now_at, ...counts }) => ({
      till,
      seq,
      writtenAt: { utcMs, offsetMinutes },
      arrivedMs: arrived_at.getTime(),
      nowMs: now_at.getTime(),
      ...counts,
    }),
  )
}

export async function findTicket(
  ask: Ask,
  shop: string,
  { till, number }: TicketRef,
): Promise<Ticket | null> {
  const [row] = await ask<{ body: string }>(ticketSql, [shop, till, number])
  if (row === undefined) return null
  return (JSON.parse(row.body) as FactOf<'saleCompleted' | 'refundCompleted'>).ticket
}

export const dayTotals = (ask: Ask, shop: string, day: BusinessDay): Promise<readonly TillDay[]> =>
  ask<TillDay>(daySql, [shop, day])

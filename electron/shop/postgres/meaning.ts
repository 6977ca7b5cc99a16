import type { CheckedEntry } from '../arrival.ts'
import type {
  ClosedShift,
  LineRow,
  Meaning,
  OpenedShift,
  TenderRow,
  TicketRow,
  VatRow,
} from '../ticket-rows.ts'
import { manyRows } from './columns.ts'
import type { Ask } from './connections.ts'

const amounts = { gross: 'bigint', discounts: 'bigint', rounding: 'bigint' } as const

const insertEntries = manyRows<CheckedEntry>('journal', {
  seq: 'bigint',
  utc_ms: 'bigint',
  offset_minutes: 'int',
  by_name: 'text',
  kind: 'text',
  body: 'text',
  previous_hash: 'text',
  hash: 'text',
})
const insertTickets = manyRows<TicketRow>('tickets', {
  number: 'bigint',
  seq: 'bigint',
  kind: 'text',
  business_day: 'date',
  shift_id: 'text',
  cashier: 'text',
  language: 'text',
  made_at: 'timestamptz',
  ...amounts,
  refund_of: 'bigint',
})
const insertLines = manyRows<LineRow>('ticket_lines', {
  number: 'bigint',
  line: 'int',
  sku: 'text',
  name: 'text',
  category: 'text',
  is_piece: 'boolean',
  quantity: 'bigint',
  gross: 'bigint',
  discount: 'bigint',
  vat_class: 'text',
  owner: 'text',
  owner_due: 'bigint',
})
const insertTenders = manyRows<TenderRow>('ticket_tenders', {
  number: 'bigint',
  part: 'int',
  kind: 'text',
  amount: 'bigint',
})
const insertVat = manyRows<VatRow>('ticket_vat', {
  number: 'bigint',
  vat_class: 'text',
  net: 'bigint',
  vat: 'bigint',
  gross: 'bigint',
})
const insertShifts = manyRows<OpenedShift>('shifts', {
  shift_id: 'text',
  business_day: 'date',
  cashier: 'text',
  opened_at: 'timestamptz',
  float_amount: 'bigint',
})
const closeShift = `
UPDATE shifts SET closed_at = $4, expected = $5, counted = $6, difference = $7
WHERE shop = $1 AND till = $2 AND shift_id = $3`

const instant = (ms: number): string => new Date(ms).toISOString()

/** Inside the transaction of an arrival. */
export async function writeEntries(
  ask: Ask,
  shop: string,
  till: string,
  entries: readonly CheckedEntry[],
): Promise<void> {
  await insertEntries(ask, shop, till, entries, (entry) => [
    entry.seq,
    entry.at.utcMs,
    entry.at.offsetMinutes,
    entry.by,
    entry.fact.kind,
    entry.body,
    entry.previousHash,
    entry.hash,
  ])
}

/** Inside the transaction of an arrival: the plain tables of docs/head-office.md. */
export async function writeMeaning(ask: Ask, shop: string, till: string, meaning: Meaning): Promise<void> {
  await insertTickets(ask, shop, till, meaning.tickets, (row) => [
    row.number,
    row.seq,
    row.kind,
    row.businessDay,
    row.shiftId,
    row.cashier,
    row.language,
    instant(row.atMs),
    row.gross,
    row.discounts,
    row.rounding,
    row.refundOf,
  ])
  await insertLines(ask, shop, till, meaning.lines, (row) => [
    row.number,
    row.line,
    row.sku,
    row.name,
    row.category,
    row.isPiece,
    row.quantity,
    row.gross,
    row.discount,
    row.vatClass,
    row.owner,
    row.ownerDue,
  ])
  await insertTenders(ask, shop, till, meaning.tenders, (row) => [row.number, row.part, row.kind, row.amount])
  await insertVat(ask, shop, till, meaning.vat, (row) => [
    row.number,
    row.vatClass,
    row.net,
    row.vat,
    row.gross,
  ])
  await insertShifts(ask, shop, till, meaning.shiftsOpened, (row) => [
    row.shiftId,
    row.businessDay,
    row.cashier,
    instant(row.atMs),
    row.float,
  ])
  for (const shift of meaning.shiftsClosed) await ask(closeShift, closedValues(shop, till, shift))
}

const closedValues = (shop: string, till: string, shift: ClosedShift): readonly unknown[] => [
  shop,
  till,
  shift.shiftId,
  instant(shift.atMs),
  shift.expected,
  shift.counted,
  shift.difference,
]

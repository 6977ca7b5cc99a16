import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { ShiftId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Entry, Projections } from '../entry.ts'
import type { DrawerTotals, ShiftRow } from '../handles.ts'
import { sqlRows } from '../sql-rows.ts'
import { defineTable } from '../table.ts'

/** A shift with its drawer kept up to date, so that no closing ever scans a day. Minor units. */
export interface ShiftRecord {
  seq: number
  shift_id: string
  business_day: string
  cashier: string
  utc_ms: number
  offset_minutes: number
  float: number
  /** Cash kept by this shift's sale tickets − cash given back by its refund tickets. */
  cash: number
  cash_in: number
  cash_out: number
  counted: number | null
  closed_seq: number | null
}

export const shiftsTable = defineTable<ShiftRecord>({
  name: 'shifts',
  columns: [
    'seq',
    'shift_id',
    'business_day',
    'cashier',
    'utc_ms',
    'offset_minutes',
    'float',
    'cash',
    'cash_in',
    'cash_out',
    'counted',
    'closed_seq',
  ],
  key: ['seq'],
  alternate: 'shift_id',
})

/** An empty drawer but for its float. */
export function shiftOpened(to: Projections, entry: Entry, fact: FactOf<'shiftOpened'>): void {
  to.shifts.insert({
    seq: entry.seq,
    shift_id: fact.shiftId,
    business_day: fact.businessDay,
    cashier: fact.cashier,
    utc_ms: entry.utcMs,
    offset_minutes: entry.offsetMinutes,
    float: fact.float,
    cash: 0,
    cash_in: 0,
    cash_out: 0,
    counted: null,
    closed_seq: null,
  })
  to.head.open_shift = entry.seq
}

/** The count, and no open shift any more. */
export function shiftClosed(to: Projections, entry: Entry, fact: FactOf<'shiftClosed'>): void {
  const shift = shiftOf(to, fact.shiftId)
  to.shifts.update({ counted: fact.drawer.counted, closed_seq: entry.seq }, shift.seq)
  if (to.head.open_shift === shift.seq) to.head.open_shift = null
  to.head.last_closing = entry.seq
}

/** @throws when no such shift was ever opened: the fact cannot be true. */
export function shiftOf(to: Projections, shiftId: ShiftId): ShiftRecord {
  const shift = to.shifts.by(shiftId)
  if (shift === undefined) throw new Error(`no shift ${shiftId} in the ledger`)
  return shift
}

const shiftRow = (row: ShiftRecord | undefined): ShiftRow | null =>
  row === undefined
    ? null
    : {
        shiftId: row.shift_id as ShiftId,
        businessDay: row.business_day,
        cashier: row.cashier,
        float: dirham(row.float),
        openedAt: { utcMs: row.utc_ms, offsetMinutes: row.offset_minutes },
      }

/** Reads of shifts. */
export function shiftReads(db: Database): {
  /** By its first entry. */
  find(seq: number): ShiftRow | null
  findById(shiftId: ShiftId): ShiftRow | null
  drawer(shiftId: ShiftId): DrawerTotals
} {
  const rows = sqlRows(db, shiftsTable)
  return {
    find: (seq) => shiftRow(rows.get(seq)),
    findById: (shiftId) => shiftRow(rows.by(shiftId)),
    drawer(shiftId) {
      const row = rows.by(shiftId)
      if (row === undefined) throw new Error(`no shift ${shiftId} in the ledger`)
      return {
        float: dirham(row.float),
        cash: dirham(row.cash),
        in: dirham(row.cash_in),
        out: dirham(row.cash_out),
      }
    },
  }
}

import type { Database } from 'better-sqlite3'

/** Every table whose rows `verify` answers for. */
export const tables = [
  'journal',
  'head',
  'settings',
  'people',
  'shifts',
  'cash_movements',
  'sales',
  'lines',
  'tenders',
  'attempts',
  'card_movements',
  'card_terminals',
  'batches',
  'acquirers',
  'statements',
  'statement_lines',
  'tickets',
  'ticket_vat',
  'refunded',
  'receipts',
  'invoices',
  'export_forms',
  'certificates',
  'paper_prints',
  'shop_keys',
  'items',
  'barcodes',
  'categories',
  'stock',
  'market_connection',
  'listings',
  'listing_counts',
  'online_orders',
  'online_order_lines',
  'promises',
  'pieces_elsewhere',
  'closings',
  'owners',
  'owner_payments',
  'restores',
  'outbox',
  'pins',
  'visitors',
  'lanes',
] as const

/** The others: they say how far something got, not what happened; and buyers, of whom the journal has no fingerprint. */
export const besideTables = [
  'deliveries',
  'journal_cursors',
  'print_queue',
  'buyers',
  'market_cursors',
  'market_holds',
  'told_stock',
] as const

/** The condition that finds a row by its key, for a statement given the row. */
export const where = (db: Database, table: string): string =>
  (db.pragma(`table_info(${table})`) as { name: string; pk: number }[])
    .filter(({ pk }) => pk > 0)
    .map(({ name }) => `${name} = @${name}`)
    .join(' AND ')

/** Some row of a table. */
export function rowAt(db: Database, table: string, n: number): Record<string, unknown> {
  const count = db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
  const row = db
    .prepare<[number], Record<string, unknown>>(`SELECT * FROM ${table} LIMIT 1 OFFSET ?`)
    .get(n % count)
  if (row === undefined) throw new Error(`${table} has no rows to try`)
  return row
}

/** Another value of the same type. */
export function changed(value: unknown, salt: number): unknown {
  if (typeof value === 'number') return value + (salt % 2 === 0 ? 1 : -1) * (1 + (salt % 7))
  if (value === null) return null
  const text = String(value)
  const i = salt % Math.max(text.length, 1)
  const letter = text[i] === 'x' ? 'y' : 'x'
  return text.slice(0, i) + letter + text.slice(i + 1)
}

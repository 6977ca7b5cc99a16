import type { ShopMigration } from './migration.ts'

/**
 * Where each one-of-a-kind piece is, who sold it, what is counted and what there is. `till`, `sale`, `order_id` and `ticket`
 * are empty (0) rather than absent where they do not apply, so that two holders are compared with `=`. `changed_at` is in
 * milliseconds: what a cursor says of it must be what it is.
 */
export const pieces: ShopMigration = {
  version: 2,
  statements: [
    `CREATE TABLE IF NOT EXISTS claims (
      shop text NOT NULL, sku text NOT NULL,
      place text NOT NULL CHECK (place IN ('shelf', 'cart', 'parked', 'online', 'sold')),
      till text NOT NULL, sale text NOT NULL, order_id text NOT NULL, ticket bigint NOT NULL, until_at timestamptz,
      changed_at timestamptz(3) NOT NULL, version bigint NOT NULL, PRIMARY KEY (shop, sku))`,
    'CREATE INDEX IF NOT EXISTS claims_changed ON claims (shop, changed_at)',
    `CREATE TABLE IF NOT EXISTS piece_sales (
      shop text NOT NULL, sku text NOT NULL, till text NOT NULL, ticket bigint NOT NULL,
      outcome text NOT NULL CHECK (outcome IN ('sold', 'overruled', 'soldBefore')),
      other_place text NOT NULL, other_till text NOT NULL, other_sale text NOT NULL, other_order text NOT NULL,
      other_ticket bigint NOT NULL, sold_at timestamptz NOT NULL, returned_by bigint,
      PRIMARY KEY (shop, sku, till, ticket))`,
    `CREATE TABLE IF NOT EXISTS items (
      shop text NOT NULL, sku text NOT NULL, is_piece boolean NOT NULL, body text NOT NULL,
      changed_at timestamptz(3) NOT NULL, version bigint NOT NULL, PRIMARY KEY (shop, sku))`,
    'CREATE INDEX IF NOT EXISTS items_changed ON items (shop, changed_at)',
    `CREATE TABLE IF NOT EXISTS stock (
      shop text NOT NULL, sku text NOT NULL, count bigint NOT NULL, counted_at timestamptz,
      changed_at timestamptz(3) NOT NULL, version bigint NOT NULL, PRIMARY KEY (shop, sku))`,
    'CREATE INDEX IF NOT EXISTS stock_changed ON stock (shop, changed_at)',
  ],
}

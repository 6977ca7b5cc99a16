import type { Migration } from './migration.ts'

/**
 * The shop's marketplace. Projections of the journal: what is chosen and where it stands online, which orders came, what
 * they were promised, pieces that other tills of the shop sold. Beside it: buyers, so that they can be forgotten, and how
 * far both sides have told each other.
 * A sale writes to none of these: what it changes of an item, `stock` says in the row that it writes anyway.
 */
export const marketplace: Migration = {
  version: 8,
  reprojects: true,
  sql: `
ALTER TABLE stock ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;

CREATE TABLE market_connection (
  id INTEGER PRIMARY KEY CHECK (id = 1), connection TEXT NOT NULL, platform TEXT NOT NULL, shop TEXT NOT NULL
) STRICT;
CREATE TABLE listings (
  sku TEXT PRIMARY KEY, chosen INTEGER NOT NULL, product TEXT, variant TEXT, stock_item TEXT, location TEXT,
  sha256 TEXT, changed INTEGER NOT NULL, trouble_code TEXT, trouble_text TEXT, state TEXT NOT NULL, due INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX listings_by_state ON listings (state, sku);
CREATE INDEX listings_due ON listings (sku) WHERE due = 1;
CREATE INDEX listings_listed ON listings (sku) WHERE product IS NOT NULL;
CREATE TABLE listing_counts (state TEXT PRIMARY KEY, listings INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE online_orders (
  seq INTEGER PRIMARY KEY, order_key TEXT NOT NULL UNIQUE, connection TEXT NOT NULL, state TEXT NOT NULL,
  stage TEXT NOT NULL, task TEXT, task_seq INTEGER, lost_seq INTEGER, sold_seq INTEGER, cancel_seq INTEGER,
  closed_seq INTEGER, forgotten_seq INTEGER
) STRICT;
CREATE INDEX online_orders_open ON online_orders (seq) WHERE stage = 'open';
CREATE INDEX online_orders_past ON online_orders (seq) WHERE stage <> 'open';
CREATE INDEX online_orders_tasks ON online_orders (task_seq) WHERE task IS NOT NULL;
CREATE TRIGGER online_orders_are_not_updated BEFORE UPDATE OF seq, order_key, connection ON online_orders
BEGIN SELECT RAISE(ABORT, 'an online order is not changed'); END;
CREATE TRIGGER online_orders_are_not_deleted BEFORE DELETE ON online_orders
BEGIN SELECT RAISE(ABORT, 'an online order is not deleted'); END;
CREATE TABLE online_order_lines (
  online_order INTEGER NOT NULL, line INTEGER NOT NULL, sku TEXT, units INTEGER NOT NULL, lost INTEGER NOT NULL,
  promised INTEGER NOT NULL, PRIMARY KEY (online_order, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX online_order_lines_promised ON online_order_lines (sku, online_order) WHERE promised = 1;
CREATE TABLE promises (sku TEXT PRIMARY KEY, units INTEGER NOT NULL, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE pieces_elsewhere (
  sku TEXT PRIMARY KEY, till TEXT NOT NULL, number INTEGER NOT NULL, seq INTEGER NOT NULL, ours INTEGER, twice_seq INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX pieces_sold_twice ON pieces_elsewhere (twice_seq) WHERE ours IS NOT NULL;

CREATE TABLE buyers (online_order INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE market_cursors (
  kind TEXT NOT NULL, id TEXT NOT NULL, cursor TEXT NOT NULL, PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE told_stock (
  connection TEXT NOT NULL, sku TEXT NOT NULL, count INTEGER NOT NULL, version INTEGER NOT NULL,
  utc_ms INTEGER NOT NULL, offset_minutes INTEGER NOT NULL, PRIMARY KEY (connection, sku)
) STRICT, WITHOUT ROWID;
CREATE TABLE market_holds (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, connection TEXT NOT NULL, sku TEXT NOT NULL, sale_id TEXT NOT NULL,
  hold_id TEXT
) STRICT;
`,
}

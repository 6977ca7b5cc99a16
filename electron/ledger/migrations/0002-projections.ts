import type { Migration } from './migration.ts'

/**
 * What the counter asks of the past, kept beside the journal. Keys are sequence numbers wherever they can be, so that
 * a commit writes to the end of each tree; the ids made by chance are indexed once, when their row is born.
 */
export const projections: Migration = {
  version: 2,
  reprojects: true,
  sql: `
CREATE TABLE settings (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE people (
  position INTEGER PRIMARY KEY, person_id TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL
) STRICT;
CREATE TABLE shifts (
  seq INTEGER PRIMARY KEY, shift_id TEXT NOT NULL UNIQUE, business_day TEXT NOT NULL, cashier TEXT NOT NULL,
  utc_ms INTEGER NOT NULL, offset_minutes INTEGER NOT NULL,
  float INTEGER NOT NULL, cash INTEGER NOT NULL, cash_in INTEGER NOT NULL, cash_out INTEGER NOT NULL,
  counted INTEGER, closed_seq INTEGER
) STRICT;
CREATE TABLE cash_movements (
  seq INTEGER PRIMARY KEY, shift INTEGER NOT NULL, kind TEXT NOT NULL, amount INTEGER NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE TABLE sales (
  seq INTEGER PRIMARY KEY, sale_id TEXT NOT NULL UNIQUE, shift INTEGER, cashier TEXT NOT NULL, state TEXT NOT NULL,
  parked_as TEXT, language TEXT, ticket INTEGER
) STRICT;
CREATE INDEX sales_unfinished ON sales (seq) WHERE state IN ('open', 'parked');
CREATE TABLE lines (
  sale INTEGER NOT NULL, line_id TEXT NOT NULL, sku TEXT NOT NULL, quantity INTEGER NOT NULL,
  posted INTEGER NOT NULL, agreed INTEGER, ticket INTEGER, position INTEGER, gross INTEGER, discount INTEGER,
  owner TEXT, owner_due INTEGER,
  PRIMARY KEY (sale, line_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lines_sold ON lines (sku, ticket) WHERE ticket IS NOT NULL;
CREATE TABLE tenders (
  sale INTEGER NOT NULL, tender_id TEXT NOT NULL, ticket INTEGER, kind TEXT NOT NULL, amount INTEGER NOT NULL,
  given INTEGER, change INTEGER, reference TEXT, attempt_id TEXT, scheme TEXT, last4 TEXT,
  PRIMARY KEY (sale, tender_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tenders_by_last4 ON tenders (last4, ticket) WHERE last4 IS NOT NULL AND ticket IS NOT NULL;
CREATE TABLE attempts (
  seq INTEGER PRIMARY KEY, attempt_id TEXT NOT NULL UNIQUE, sale INTEGER NOT NULL, purpose TEXT NOT NULL,
  amount INTEGER NOT NULL, terminal TEXT NOT NULL, terminal_sequence INTEGER NOT NULL, state TEXT NOT NULL,
  utc_ms INTEGER NOT NULL, offset_minutes INTEGER NOT NULL
) STRICT;
CREATE TABLE tickets (
  number INTEGER PRIMARY KEY CHECK (number >= 1), seq INTEGER NOT NULL REFERENCES journal (seq), sale INTEGER NOT NULL,
  shift INTEGER NOT NULL, kind TEXT NOT NULL, business_day TEXT NOT NULL, cashier TEXT NOT NULL,
  utc_ms INTEGER NOT NULL, offset_minutes INTEGER NOT NULL, gross INTEGER NOT NULL, discounts INTEGER NOT NULL,
  rounding INTEGER NOT NULL, tenders TEXT NOT NULL, refund_of INTEGER
) STRICT;
CREATE TRIGGER tickets_are_not_updated BEFORE UPDATE ON tickets
BEGIN SELECT RAISE(ABORT, 'a ticket is not changed'); END;
CREATE TRIGGER tickets_are_not_deleted BEFORE DELETE ON tickets
BEGIN SELECT RAISE(ABORT, 'a ticket is not deleted'); END;
CREATE TABLE ticket_vat (
  ticket INTEGER NOT NULL, vat_class TEXT NOT NULL, net INTEGER NOT NULL, vat INTEGER NOT NULL, gross INTEGER NOT NULL,
  PRIMARY KEY (ticket, vat_class)
) STRICT, WITHOUT ROWID;
CREATE TABLE refunded (
  ticket INTEGER NOT NULL, line INTEGER NOT NULL, units INTEGER NOT NULL, PRIMARY KEY (ticket, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE receipts (
  ticket INTEGER NOT NULL, seq INTEGER NOT NULL, copy INTEGER NOT NULL, outcome TEXT NOT NULL, printer TEXT NOT NULL,
  PRIMARY KEY (ticket, seq)
) STRICT, WITHOUT ROWID;
`,
}

import type { Migration } from './migration.ts'

/**
 * The books: closings of shifts, months and years, who leaves pieces with the shop and what they are due, and each time the
 * ledger was brought back from a backup. What an owner's pieces made is read from `lines`, by the index.
 */
export const books: Migration = {
  version: 9,
  reprojects: true,
  sql: `
ALTER TABLE head ADD COLUMN absolute_total INTEGER NOT NULL DEFAULT 0;
ALTER TABLE head ADD COLUMN restores INTEGER NOT NULL DEFAULT 0;
CREATE INDEX lines_by_owner ON lines (owner, ticket, position) WHERE owner IS NOT NULL AND ticket IS NOT NULL;

CREATE TABLE closings (
  period TEXT NOT NULL, number INTEGER NOT NULL CHECK (number >= 1), of_period TEXT NOT NULL UNIQUE, seq INTEGER NOT NULL UNIQUE,
  first_day TEXT NOT NULL, last_day TEXT NOT NULL, PRIMARY KEY (period, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX closings_by_day ON closings (period, first_day);
CREATE TRIGGER closings_are_not_updated BEFORE UPDATE ON closings
BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END;
CREATE TRIGGER closings_are_not_deleted BEFORE DELETE ON closings
BEGIN SELECT RAISE(ABORT, 'a closing is not deleted'); END;

CREATE TABLE owners (
  owner TEXT PRIMARY KEY, contract INTEGER, due INTEGER NOT NULL, paid INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE owner_payments (
  seq INTEGER PRIMARY KEY, owner TEXT NOT NULL, business_day TEXT NOT NULL, amount INTEGER NOT NULL
) STRICT;
CREATE INDEX owner_payments_by_owner ON owner_payments (owner, seq);
CREATE TABLE restores (
  seq INTEGER PRIMARY KEY, last_ticket INTEGER NOT NULL, last_ticket_seen INTEGER NOT NULL, nonce TEXT NOT NULL UNIQUE
) STRICT;
`,
}

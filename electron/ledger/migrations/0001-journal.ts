import type { Migration } from './migration.ts'

/**
 * The journal and its head. `sale` is the sequence number of the first entry of the sale an entry belongs to: a small
 * growing number, so that the index by sale grows at its end instead of being hit at random by 22-letter ids.
 * `pins` lie outside the journal (a stretched secret has no business in an export); `seal` is a digest over the row.
 */
export const journal: Migration = {
  version: 1,
  reprojects: false,
  sql: `
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  utc_ms INTEGER NOT NULL,
  offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -840 AND 840),
  by_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  sale INTEGER,
  body TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX journal_by_sale ON journal (sale) WHERE sale IS NOT NULL;
CREATE TRIGGER journal_is_not_updated BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'history is not changed'); END;
CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'history is not deleted'); END;

CREATE TABLE head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  till_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  utc_ms INTEGER NOT NULL,
  offset_minutes INTEGER NOT NULL,
  grand_total INTEGER NOT NULL,
  last_ticket INTEGER NOT NULL,
  terminal_sequence INTEGER NOT NULL,
  open_shift INTEGER,
  last_closing INTEGER,
  outbox_id INTEGER NOT NULL,
  outbox_hash TEXT NOT NULL,
  outbox_acquirer INTEGER NOT NULL,
  outbox_marketplace INTEGER NOT NULL,
  pins INTEGER NOT NULL
) STRICT;
CREATE TRIGGER head_is_not_deleted BEFORE DELETE ON head
BEGIN SELECT RAISE(ABORT, 'the head of the journal is not deleted'); END;

CREATE TABLE pins (
  person_id TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
}

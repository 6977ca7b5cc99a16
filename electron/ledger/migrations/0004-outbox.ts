import type { Migration } from './migration.ts'

/**
 * What others must be told, written in the transaction of the facts it follows from. The message itself never
 * changes and is chained; how far it got is another table's business.
 */
export const outbox: Migration = {
  version: 4,
  reprojects: false,
  sql: `
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY CHECK (id >= 1), seq INTEGER NOT NULL REFERENCES journal (seq), destination TEXT NOT NULL,
  key TEXT NOT NULL UNIQUE, body TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER outbox_is_not_updated BEFORE UPDATE ON outbox
BEGIN SELECT RAISE(ABORT, 'a message is not changed'); END;
CREATE TRIGGER outbox_is_not_deleted BEFORE DELETE ON outbox
BEGIN SELECT RAISE(ABORT, 'a message is not deleted'); END;
CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY REFERENCES outbox (id), tries INTEGER NOT NULL, next_try_utc_ms INTEGER NOT NULL,
  delivered_utc_ms INTEGER, last_error TEXT
) STRICT;
CREATE INDEX deliveries_done ON deliveries (id) WHERE delivered_utc_ms IS NOT NULL;
`,
}

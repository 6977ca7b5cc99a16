import type { Migration } from './migration.ts'

/**
 * Card money after the sale: projections of the journal. A movement is in one batch, set once; what a batch and a statement
 * say stays in the journal, where their rows point.
 * Indices are those that a sale has to write, and no more: a page of each is in its commit. The others begin when a batch
 * is frozen.
 * How far messages got: every message has its row from its birth, so that those that wait are found, and counted by lane,
 * without a look at those that were delivered.
 */
export const settlement: Migration = {
  version: 6,
  reprojects: true,
  sql: `
ALTER TABLE head ADD COLUMN outbox_host INTEGER NOT NULL DEFAULT 0;

ALTER TABLE attempts ADD COLUMN undoes INTEGER;
ALTER TABLE attempts ADD COLUMN retracted_seq INTEGER;
CREATE INDEX attempts_retracted ON attempts (terminal, retracted_seq) WHERE retracted_seq IS NOT NULL;

CREATE TABLE card_movements (
  attempt INTEGER PRIMARY KEY, seq INTEGER NOT NULL, terminal TEXT NOT NULL, kind TEXT NOT NULL,
  amount INTEGER NOT NULL, day TEXT NOT NULL, batch INTEGER, code TEXT, statement INTEGER, line INTEGER
) STRICT;
CREATE INDEX card_movements_collected ON card_movements (terminal, seq) WHERE batch IS NULL;
CREATE INDEX card_movements_by_batch ON card_movements (batch, seq) WHERE batch IS NOT NULL;
CREATE INDEX card_movements_by_day ON card_movements (day) WHERE batch IS NOT NULL;
CREATE TRIGGER card_movements_are_not_updated
BEFORE UPDATE OF seq, attempt, terminal, kind, amount, day ON card_movements
BEGIN SELECT RAISE(ABORT, 'a card movement is not changed'); END;
CREATE TRIGGER card_movements_are_settled_once BEFORE UPDATE OF batch ON card_movements WHEN OLD.batch IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the batch of a card movement is not changed'); END;
CREATE TRIGGER card_movements_are_not_deleted BEFORE DELETE ON card_movements
BEGIN SELECT RAISE(ABORT, 'a card movement is not deleted'); END;
CREATE TABLE card_terminals (
  terminal TEXT PRIMARY KEY, count INTEGER NOT NULL, net INTEGER NOT NULL, acquirer TEXT, through INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE batches (
  seq INTEGER PRIMARY KEY, batch_id TEXT NOT NULL UNIQUE, acquirer TEXT NOT NULL, way TEXT NOT NULL,
  movements INTEGER NOT NULL, state TEXT NOT NULL, asked_seq INTEGER, disagreed_seq INTEGER,
  acknowledged INTEGER NOT NULL, exported_seq INTEGER, disputed_seq INTEGER, ended_seq INTEGER
) STRICT;
CREATE INDEX batches_open ON batches (seq) WHERE state NOT IN ('agreed', 'resolved');
CREATE TRIGGER batches_are_not_updated BEFORE UPDATE OF seq, batch_id, acquirer, way, movements ON batches
BEGIN SELECT RAISE(ABORT, 'a frozen batch is not changed'); END;
CREATE TRIGGER batches_end_once BEFORE UPDATE ON batches WHEN OLD.ended_seq IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a batch that ended is not changed'); END;
CREATE TRIGGER batches_are_not_deleted BEFORE DELETE ON batches
BEGIN SELECT RAISE(ABORT, 'a batch is not deleted'); END;
CREATE TABLE acquirers (
  acquirer TEXT PRIMARY KEY, batch INTEGER NOT NULL, stan INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
  seq INTEGER PRIMARY KEY, statement_id TEXT NOT NULL UNIQUE, acquirer TEXT NOT NULL, file TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE, parts INTEGER NOT NULL, lines INTEGER NOT NULL, unmatched INTEGER NOT NULL,
  gross INTEGER NOT NULL, fees INTEGER NOT NULL
) STRICT;
CREATE TABLE statement_lines (
  statement INTEGER NOT NULL, line INTEGER NOT NULL, seq INTEGER NOT NULL, movement INTEGER, reason TEXT,
  PRIMARY KEY (statement, line)
) STRICT, WITHOUT ROWID;

ALTER TABLE deliveries ADD COLUMN destination TEXT NOT NULL DEFAULT '';
ALTER TABLE deliveries ADD COLUMN set_aside_utc_ms INTEGER;
ALTER TABLE deliveries ADD COLUMN sends INTEGER NOT NULL DEFAULT 0;
UPDATE deliveries SET sends = tries, destination = (SELECT destination FROM outbox WHERE outbox.id = deliveries.id);
INSERT INTO deliveries (id, destination, tries, next_try_utc_ms)
SELECT id, destination, 0, 0 FROM outbox WHERE id NOT IN (SELECT id FROM deliveries);
DROP INDEX deliveries_done;
CREATE INDEX deliveries_waiting ON deliveries (destination, id)
WHERE delivered_utc_ms IS NULL AND set_aside_utc_ms IS NULL;
CREATE TRIGGER deliveries_are_not_deleted BEFORE DELETE ON deliveries
BEGIN SELECT RAISE(ABORT, 'a delivery is not deleted'); END;

CREATE TABLE lanes (
  destination TEXT PRIMARY KEY, waiting INTEGER NOT NULL, set_aside INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO lanes SELECT destination, count(*), 0 FROM deliveries WHERE delivered_utc_ms IS NULL GROUP BY destination;
CREATE TRIGGER deliveries_begin AFTER INSERT ON deliveries
BEGIN
  INSERT INTO lanes VALUES (NEW.destination, 1, 0) ON CONFLICT (destination) DO UPDATE SET waiting = waiting + 1;
END;
CREATE TRIGGER deliveries_move AFTER UPDATE OF delivered_utc_ms, set_aside_utc_ms ON deliveries
BEGIN
  UPDATE lanes SET
    waiting = waiting - (OLD.delivered_utc_ms IS NULL AND OLD.set_aside_utc_ms IS NULL)
      + (NEW.delivered_utc_ms IS NULL AND NEW.set_aside_utc_ms IS NULL),
    set_aside = set_aside - (OLD.delivered_utc_ms IS NULL AND OLD.set_aside_utc_ms IS NOT NULL)
      + (NEW.delivered_utc_ms IS NULL AND NEW.set_aside_utc_ms IS NOT NULL)
  WHERE destination = NEW.destination;
END;
`,
}

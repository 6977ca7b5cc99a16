import type { Migration } from './migration.ts'

/**
 * Papers made out for a ticket, each in a series of its own, and the copies of all papers but receipts: projections.
 * Jobs of printers: born in the transaction of the facts they follow from, as messages of the outbox are; what they are of
 * never changes, how they stand does. Visitors: beside the journal, which has their fingerprint, so that they can be
 * forgotten.
 */
export const papers: Migration = {
  version: 5,
  reprojects: false,
  sql: `
ALTER TABLE head ADD COLUMN last_invoice INTEGER NOT NULL DEFAULT 0;
ALTER TABLE head ADD COLUMN last_export_form INTEGER NOT NULL DEFAULT 0;
ALTER TABLE head ADD COLUMN last_certificate INTEGER NOT NULL DEFAULT 0;

CREATE TABLE invoices (
  number INTEGER PRIMARY KEY CHECK (number >= 1), seq INTEGER NOT NULL, ticket INTEGER NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER invoices_are_not_updated BEFORE UPDATE ON invoices
BEGIN SELECT RAISE(ABORT, 'an invoice is not changed'); END;
CREATE TRIGGER invoices_are_not_deleted BEFORE DELETE ON invoices
BEGIN SELECT RAISE(ABORT, 'an invoice is not deleted'); END;
CREATE TABLE export_forms (
  number INTEGER PRIMARY KEY CHECK (number >= 1), seq INTEGER NOT NULL, ticket INTEGER NOT NULL,
  visitor_hash TEXT NOT NULL, voided_seq INTEGER,
  forgotten_seq INTEGER
) STRICT;
CREATE UNIQUE INDEX export_forms_standing ON export_forms (ticket) WHERE voided_seq IS NULL;
CREATE TABLE certificates (
  number INTEGER PRIMARY KEY CHECK (number >= 1), seq INTEGER NOT NULL, ticket INTEGER NOT NULL, line INTEGER NOT NULL,
  voided_seq INTEGER
) STRICT;
CREATE UNIQUE INDEX certificates_standing ON certificates (ticket, line) WHERE voided_seq IS NULL;
CREATE TABLE paper_prints (
  paper TEXT NOT NULL, seq INTEGER NOT NULL, copy INTEGER NOT NULL, outcome TEXT NOT NULL, printer TEXT NOT NULL,
  PRIMARY KEY (paper, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE shop_keys (seq INTEGER PRIMARY KEY, public_key TEXT NOT NULL) STRICT;

CREATE TABLE print_queue (
  id INTEGER PRIMARY KEY CHECK (id >= 1), seq INTEGER NOT NULL REFERENCES journal (seq), paper TEXT NOT NULL,
  utc_ms INTEGER NOT NULL, offset_minutes INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'printing', 'done', 'notStarted', 'unknown', 'left')),
  printer TEXT, copy INTEGER, trouble TEXT
) STRICT;
CREATE INDEX print_queue_open ON print_queue (state, id) WHERE state NOT IN ('done', 'left');
CREATE TRIGGER print_queue_is_not_rewritten BEFORE UPDATE OF id, seq, paper, utc_ms, offset_minutes ON print_queue
BEGIN SELECT RAISE(ABORT, 'what a print job is of is not changed'); END;
CREATE TRIGGER print_queue_is_not_deleted BEFORE DELETE ON print_queue
BEGIN SELECT RAISE(ABORT, 'a print job is not deleted'); END;

CREATE TABLE visitors (form INTEGER PRIMARY KEY, body TEXT NOT NULL, salt TEXT NOT NULL) STRICT;
`,
}

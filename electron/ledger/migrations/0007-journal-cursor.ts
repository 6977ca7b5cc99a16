import type { Migration } from './migration.ts'

/** How far the journal was brought to a destination: not part of the journal, and nobody's proof. */
export const journalCursor: Migration = {
  version: 7,
  reprojects: false,
  sql: `
CREATE TABLE journal_cursors (
  destination TEXT PRIMARY KEY, sent_seq INTEGER NOT NULL, through_seq INTEGER NOT NULL, tries INTEGER NOT NULL,
  next_try_utc_ms INTEGER NOT NULL, set_aside_utc_ms INTEGER, last_error TEXT,
  CHECK (through_seq >= sent_seq)
) STRICT, WITHOUT ROWID;
`,
}

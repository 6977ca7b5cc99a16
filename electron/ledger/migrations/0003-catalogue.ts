import type { Migration } from './migration.ts'

/**
 * Items, where each one is, and the words they are found by. The full-text index is over text that is already
 * folded (`#shared/catalogue/fold.ts`), so its tokenizer must not fold again. Every prefix up to twelve letters has
 * its own list of items, read only as far as the screen is long: without it a prefix that fits many words (the
 * first nine digits of a shop's own barcodes fit them all) is merged whole at each key pressed.
 */
export const catalogue: Migration = {
  version: 3,
  reprojects: true,
  sql: `
CREATE TABLE items (
  id INTEGER PRIMARY KEY, sku TEXT NOT NULL UNIQUE, category TEXT, is_unique INTEGER NOT NULL,
  body TEXT NOT NULL, search TEXT NOT NULL
) STRICT;
CREATE INDEX items_by_category ON items (category, id) WHERE category IS NOT NULL;
CREATE TABLE barcodes (
  barcode TEXT NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (barcode, item)
) STRICT, WITHOUT ROWID;
CREATE TABLE categories (category TEXT PRIMARY KEY, items INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE stock (item INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT;
CREATE VIRTUAL TABLE items_search USING fts5 (
  search, content = 'items', content_rowid = 'id', columnsize = 0, detail = 'none', prefix = '1 2 3 4 5 6 7 8 9 10 11 12',
  tokenize = "unicode61 remove_diacritics 0"
);
`,
}

import { journal } from './0001-journal.ts'
import { projections } from './0002-projections.ts'
import { catalogue } from './0003-catalogue.ts'
import { outbox } from './0004-outbox.ts'
import { papers } from './0005-papers.ts'
import { settlement } from './0006-settlement.ts'
import { journalCursor } from './0007-journal-cursor.ts'
import { marketplace } from './0008-marketplace.ts'
import { books } from './0009-books.ts'
import type { Migration } from './migration.ts'

/** In order; the version of the last is the version this program writes. Released ones never change. */
export const migrations: readonly Migration[] = [
  journal,
  projections,
  catalogue,
  outbox,
  papers,
  settlement,
  journalCursor,
  marketplace,
  books,
]

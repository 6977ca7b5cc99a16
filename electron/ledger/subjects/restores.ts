import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { BookEntry } from '../books-handles.ts'
import type { Entry, Projections } from '../entry.ts'
import { entryOf, journalRows } from '../journal.ts'
import { defineTable } from '../table.ts'
import { terminalSequenceFarAfter } from './attempts.ts'

/** A moment at which the ledger was brought back from a backup, and the numbers that it does not know of. */
export interface RestoreRow {
  seq: number
  /** The ledger's own newest ticket at that moment. */
  last_ticket: number
  /** Numbered on from here: those in between are on paper only. */
  last_ticket_seen: number
  nonce: string
}

export const restoresTable = defineTable<RestoreRow>({
  name: 'restores',
  columns: ['seq', 'last_ticket', 'last_ticket_seen', 'nonce'],
  key: ['seq'],
  alternate: 'nonce',
})

/** @throws when it does not follow the entry it says it does, or goes back in the numbers */
export function ledgerRestored(to: Projections, entry: Entry, fact: FactOf<'ledgerRestored'>): void {
  const { head } = to
  const { from, lastTicketSeen, nonce } = fact
  if (from.seq !== entry.seq - 1)
    throw new Error(`brought back at entry ${from.seq}, and written as entry ${entry.seq}`)
  if (lastTicketSeen < head.last_ticket)
    throw new Error(`ticket ${head.last_ticket} is written, and ${lastTicketSeen} is said to be the newest`)
  to.restores.insert({
    seq: entry.seq,
    last_ticket: head.last_ticket,
    last_ticket_seen: lastTicketSeen,
    nonce,
  })
  head.last_ticket = lastTicketSeen
  head.terminal_sequence = terminalSequenceFarAfter(head.terminal_sequence)
  head.restores += 1
}

/** Reads of restores, in order. */
export function restoreReads(db: Database): {
  all(): readonly BookEntry<FactOf<'ledgerRestored'>>[]
} {
  const journal = journalRows(db)
  const all = db.prepare<[], number>('SELECT seq FROM restores ORDER BY seq').pluck()
  return {
    all: () =>
      all.all().flatMap((seq) => {
        const row = journal.find(seq)
        return row === undefined ? [] : [entryOf(row) as BookEntry<FactOf<'ledgerRestored'>>]
      }),
  }
}

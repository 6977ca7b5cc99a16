import { type JournalEntry, journals } from './journal-entry.ts'

/** An entry in its place: numbered without gaps, in the order entries became final. */
export interface NumberedEntry extends JournalEntry {
  /** 1 = first. */
  readonly number: number
}

/** By the day they became final, then their own day, then sales before cash, bank and the rest; otherwise as they came. */
export function numberEntries(entries: readonly JournalEntry[]): readonly NumberedEntry[] {
  const order = (a: JournalEntry, b: JournalEntry): number =>
    a.validatedOn.localeCompare(b.validatedOn) ||
    a.date.localeCompare(b.date) ||
    journals.indexOf(a.journal) - journals.indexOf(b.journal)
  return entries.toSorted(order).map((entry, at) => ({ ...entry, number: at + 1 }))
}

import type { PrinterProfile } from '../printer.ts'

/**
 * How well a row of the tables is founded, best first:
 * - `database`: receipt-print-hq/escpos-printer-db (CC BY 4.0) has this model, or the maker's table of its series.
 * - `library`: the model data of receipt-printer-encoder 4 (MIT) has it, made with the printer at hand.
 * - `kin`: a sister model is in one of the two, and the maker sells both as speaking the same.
 * - `general`: what is generally said of it; nobody vouches. The self-test page tells whether it holds.
 */
export type ProfileSource = 'database' | 'library' | 'kin' | 'general'

export interface ProfileRow extends PrinterProfile {
  readonly source: ProfileSource
}

/** Rows by the key that `devices.json` names: once shipped, a key stays. */
export type ProfileTable = Readonly<Record<string, ProfileRow>>

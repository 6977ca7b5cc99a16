import type { BusinessDay } from '../../kernel/stamp.ts'
import type { Dirham } from '../../money/amount.ts'
import { dirham, zero } from '../../money/amount.ts'

/** Sales, cash, bank, and what is none of them. */
export const journals = ['VTE', 'CAI', 'BQ', 'OD'] as const
export type JournalCode = (typeof journals)[number]

/** Where an amount goes. */
export interface Place {
  readonly account: string
  readonly accountName: string
  /** Sub-account of a person; both are empty, or neither is. */
  readonly auxiliary: string
  readonly auxiliaryName: string
}

/** Debit or credit is > 0, the other 0. */
export interface EntryLine extends Place {
  readonly label: string
  readonly debit: Dirham
  readonly credit: Dirham
}

export interface EntryHead {
  readonly journal: JournalCode
  readonly date: BusinessDay
  /** When it became final: the day a shift was closed, a payment made, a statement read in. Never before `date`. */
  readonly validatedOn: BusinessDay
  /** What it can be looked up by: `Z12` is the Z number 12. */
  readonly piece: string
  readonly label: string
}

/** Σ debit = Σ credit. */
export interface JournalEntry extends EntryHead {
  /** Debits first. */
  readonly lines: readonly EntryLine[]
}

interface Posting {
  readonly place: Place
  readonly label: string
  amount: number
}

/** An entry while it is made: one line for each place and label. */
export type Sheet = Map<string, Posting>

export const newSheet = (): Sheet => new Map()

/** Adds to the line of a place. @param amount minor units; > 0 debits, < 0 credits */
export function post(sheet: Sheet, place: Place, label: string, amount: number): void {
  const key = `${place.account}\n${place.auxiliary}\n${label}`
  const posting = sheet.get(key)
  if (posting === undefined) sheet.set(key, { place, label, amount })
  else posting.amount += amount
}

/**
 * @returns `null` where all amounts came to nothing
 * @throws Error where debits and credits differ: such an entry must never leave
 */
export function entryOf(head: EntryHead, sheet: Sheet): JournalEntry | null {
  const lines = [...sheet.values()]
    .filter(({ amount }) => amount !== 0)
    .map(
      ({ place, label, amount }): EntryLine => ({
        ...place,
        label,
        debit: amount > 0 ? dirham(amount) : zero,
        credit: amount < 0 ? dirham(-amount) : zero,
      }),
    )
  const balance = lines.reduce((sum, { debit, credit }) => sum + debit - credit, 0)
  if (balance !== 0) throw new Error(`entry ${head.piece} of ${head.date} is out of balance by ${balance}`)
  if (lines.length === 0) return null
  const debits = lines.filter(({ debit }) => debit > 0)
  return { ...head, lines: [...debits, ...lines.filter(({ credit }) => credit > 0)] }
}

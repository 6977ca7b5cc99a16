import type { RefusalCode } from '#shared/kernel/refusal.ts'
import type { DayLine } from './day-line.ts'
import type { DayReport } from './day-report.ts'

/** What the replay asks of the till's process, over the process channel; answered in the order asked. */
export type Ask =
  /** Opens the ledger of a folder and connects the terminal; once, before anything else. */
  | { readonly ask: 'open'; readonly folder: string; readonly terminalPort: number }
  /** Plays one line and waits until nothing is under way any more. */
  | { readonly ask: 'play'; readonly line: DayLine; readonly saleTicket: number | null }
  /** @param since last entry before the script began */
  | { readonly ask: 'report'; readonly since: number }
  | { readonly ask: 'close' }

export type Told =
  | { readonly told: 'opened'; readonly head: number }
  | {
      readonly told: 'played'
      readonly refused: RefusalCode | null
      /** Numbers of the sale tickets made since the last answer, a restart included. */
      readonly saleTickets: readonly number[]
    }
  | { readonly told: 'report'; readonly report: Omit<DayReport, 'refused'> }
  | { readonly told: 'closed' }
  /** The folder cannot be opened, or the till is broken: one sentence. */
  | { readonly told: 'failed'; readonly sentence: string }

export type ToldOf<T extends Told['told']> = Extract<Told, { told: T }>

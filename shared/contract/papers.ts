import type { ExportFormRefusal } from '../cart/export-form.ts'
import type { PaperRequest } from '../kernel/paper-kinds.ts'
import type { StandingPapers } from '../kernel/papers.ts'
import type { Stamp } from '../kernel/stamp.ts'

/**
 * How a print job stands. `done`, `notStarted` and `unknown` are ends; of the last two the cashier is asked. Nothing
 * leaves `unknown` or `notStarted` by itself. `left`: a person said that it is good, or not wanted.
 */
export type PrintJobState = 'queued' | 'printing' | 'done' | 'notStarted' | 'unknown' | 'left'

/** One job of the print queue, durable until a person or a printer has ended it. */
export interface PrintJobView {
  readonly id: number
  readonly paper: PaperRequest
  readonly state: PrintJobState
  /** Which copy it is, or would be: 0 = the original, n = DUPLICATA n. */
  readonly copy: number
  readonly queuedAt: Stamp
  /** Name of the printer that has it or had it last; empty: none yet. */
  readonly printer: string
  /** Code of what went wrong, for the words table; `null`: nothing. */
  readonly trouble: string | null
}

/** A key the shop signs its papers with, or did. */
export interface ShopKeyView {
  /** Ed25519, base64url. */
  readonly publicKey: string
  /** `TXD9-G0C2-P45B-FNAB`: how it begins, as certificates say it. */
  readonly fingerprint: string
  readonly since: Stamp
  /** When another one took its place; `null`: it signs now. */
  readonly until: Stamp | null
}

/** What was made out for a ticket, and what could be. */
export interface TicketPapersView extends StandingPapers {
  /** Why none could be made out now; `null`: one could, or stands. */
  readonly invoiceRefused: 'givenBack' | null
  /** Why none could be made out now; `null`: one could. */
  readonly exportFormRefused: ExportFormRefusal | null
  /** Of taxed goods to the threshold, centimes; 0 unless that is all that is in the way. */
  readonly exportMissing: number
  /** Of the goods that count: VAT included, and the VAT in it, centimes. */
  readonly exportGross: number
  readonly exportVat: number
}

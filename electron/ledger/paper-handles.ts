import type { LocalizedText } from '#shared/catalogue/item.ts'
import type { PrintJobState } from '#shared/contract/papers.ts'
import type { Approval } from '#shared/kernel/attempt.ts'
import type { AttemptId, Seq, TicketNumber } from '#shared/kernel/ids.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import type { Buyer, NextPaper, PieceDetails, StandingPapers, Visitor } from '#shared/kernel/papers.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import type { OnlineBuyer } from '#shared/marketplace/online.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import type { Dirham } from '#shared/money/amount.ts'

/** What may be asked of the ledger about papers. Each answer is found by an index; none walks a history. */
export interface PaperReads {
  nextPaper(): NextPaper
  findInvoice(number: number): InvoiceRow | null
  /** Also one that was voided. */
  findExportForm(number: number): ExportFormRow | null
  /** Also one that was voided. */
  findCertificate(number: number): CertificateRow | null
  /** What stands for a sale ticket; of any other number nothing does. */
  papersOfTicket(number: TicketNumber): StandingPapers
  /**
   * What the next copy of this very paper is numbered: one more than the highest of those that came out, may have, or are
   * coming out now; 0: none did. Not how many there are: of two at two printers the second may come out alone.
   */
  nextCopyOf(paper: PaperRequest): number
  /** Ed25519 public key the shop signs with now, base64url; `null`: none was made. */
  shopKey(): string | null
  /** The one it signed with when an entry was written. */
  shopKeyAt(seq: Seq): string | null
  /** Every key the shop began to sign with, newest first. */
  shopKeys(): readonly ShopKeyMade[]
  /** What the terminal said when it approved; `null`: it did not, or a person spoke for it. */
  approvalOf(attemptId: AttemptId): Approval | null
  readonly printJobs: PrintJobs
}

export interface ShopKeyMade {
  /** Ed25519, base64url. */
  readonly publicKey: string
  readonly at: Stamp
}

export interface InvoiceRow {
  readonly number: number
  readonly ticketNumber: TicketNumber
  readonly buyer: Buyer
  readonly at: Stamp
  readonly by: string
}

export interface ExportFormRow {
  readonly number: number
  readonly ticketNumber: TicketNumber
  readonly operator: string
  readonly gross: Dirham
  readonly vat: Dirham
  readonly visitorHash: string
  /** `null`: forgotten. */
  readonly visitor: Visitor | null
  readonly voided: boolean
  readonly at: Stamp
  readonly by: string
}

export interface CertificateRow {
  readonly number: number
  readonly ticketNumber: TicketNumber
  /** 1 = first. */
  readonly line: number
  readonly sku: string
  readonly name: LocalizedText
  readonly piece: PieceDetails
  readonly voided: boolean
  readonly at: Stamp
  readonly by: string
}

/** A job of the print queue. It is durable; a paper is laid out anew from the ledger when its turn comes. */
export interface PrintJob {
  readonly id: number
  readonly paper: PaperRequest
  readonly state: PrintJobState
  readonly queuedAt: Stamp
  /** 0 = the original, n = DUPLICATA n; counted when it begins; `null`: not begun. */
  readonly copy: number | null
  /** Device id of the printer that has it or had it last; `null`: none yet. */
  readonly printer: string | null
  readonly trouble: string | null
}

export interface PrintJobs {
  find(id: number): PrintJob | null
  /** In state `queued`, oldest first. */
  waiting(): readonly PrintJob[]
  /** Begun and not ended, oldest first. */
  printing(): readonly PrintJob[]
  /** Those that wait, print, or wait for a person's answer (the newest hundred), and the last few that ended; oldest first. */
  recent(ended: number): readonly PrintJob[]
}

/**
 * The one writer's side of the queue. Jobs are born by `append` (`beside.prints`), in the transaction of the facts they
 * follow from, and ended by it (`beside.printEnds`), in the transaction of the fact that paper came out. In between:
 */
export interface PrintQueueRows extends PrintJobs {
  /**
   * Durable before the first byte leaves: from now on a power cut leaves the job `unknown`. Again with the next printer
   * where not a byte left for the one before.
   * @returns the job, its `copy` counted
   * @throws Error on a job that is neither queued nor printing. @throws LedgerUnwritable
   */
  begin(id: number, printer: string): PrintJob
}

/** Written in the transaction of the facts, beside the journal. All optional. */
export interface BesideJournal {
  /** Papers to come out: one job each, in this order. */
  readonly prints?: readonly PaperRequest[]
  readonly printEnds?: readonly PrintEnd[]
  /** Jobs that a person answered for: nobody is asked about them any more. */
  readonly printsLeft?: readonly number[]
  readonly visitors?: readonly KeptVisitor[]
  /** Export forms whose visitors are forgotten: overwritten, not only unlinked. */
  readonly visitorsForgotten?: readonly number[]
  /** Who ordered online, of the orders that the facts take. */
  readonly buyers?: readonly KeptBuyer[]
  /** Orders whose buyers are forgotten: overwritten, not only unlinked. */
  readonly buyersForgotten?: readonly OnlineOrderId[]
  /** Messages of the outbox, by id, that have reached their destination: the facts say what came of them. */
  readonly delivered?: readonly number[]
}

/** How a job ended. `notStarted` also of one that never began. */
export interface PrintEnd {
  readonly job: number
  readonly outcome: 'done' | 'notStarted' | 'unknown'
  /** Code of what went wrong; `null`: nothing. */
  readonly trouble: string | null
}

/** Kept by the entry that took the order, outside the journal. */
export interface KeptBuyer {
  readonly order: OnlineOrderId
  readonly buyer: OnlineBuyer
}

/** Kept by the number of the export form, outside the journal. */
export interface KeptVisitor {
  readonly form: number
  readonly visitor: Visitor
  readonly salt: string
}

import type { ShopSettings } from '../cart/settings.ts'
import type { CatalogueItem } from '../catalogue/item.ts'
import type { CashPurpose } from '../closing/cash-purpose.ts'
import type { CountedPieces } from '../closing/drawer-count.ts'
import type { DayRange } from '../kernel/day-range.ts'
import type { AttemptId, TicketNumber } from '../kernel/ids.ts'
import type { ReceiptLanguage } from '../kernel/language.ts'
import type { PaperRequest } from '../kernel/paper-kinds.ts'
import type { Buyer, PieceDetails, Visitor } from '../kernel/papers.ts'
import type { Person } from '../kernel/person.ts'
import type { OrderMove } from '../marketplace/online.ts'
import type { OnlineOrderId } from '../marketplace/order.ts'
import type { Dirham } from '../money/amount.ts'
import type { OwnerPayment } from '../owners/facts.ts'
import type { Owner } from '../owners/owner.ts'

/** Read off a card slip by a person: authorisation number (1–12 letters or digits) and the card's last four digits. */
export interface SlipProof {
  readonly authorisation: string
  readonly lastFour: string
}

/**
 * What a screen, a scanner or a day script may ask of the till. Imperative; each is either refused by name and
 * changes nothing, or recorded in the ledger and then carried out. `line` counts from 1 in the open sale.
 */
export type Command =
  | { readonly type: 'openShift'; readonly cashier: string; readonly float: Dirham }
  /** `count`: by coin and note, `counted` being what they come to; absent: only the sum was typed. */
  | {
      readonly type: 'closeShift'
      readonly counted: Dirham
      readonly count?: readonly CountedPieces[] | null
    }
  /** A month (`2026-11`) or a year (`2026`) that is over. Managers and owners. */
  | { readonly type: 'closePeriod'; readonly period: 'month' | 'year'; readonly of: string }
  | {
      readonly type: 'moveCash'
      readonly direction: 'in' | 'out'
      readonly amount: Dirham
      readonly reason: string
      /** Absent: `other`. */
      readonly purpose?: CashPurpose
    }
  | { readonly type: 'openDrawer'; readonly reason: string }
  /** `code`: a sku or any barcode of an item. */
  | { readonly type: 'scan'; readonly code: string; readonly quantity: number }
  | { readonly type: 'changeQuantity'; readonly line: number; readonly quantity: number }
  | {
      readonly type: 'agreePrice'
      readonly line: number
      readonly unit: Dirham
      readonly reason: string
      readonly manager: string | null
    }
  | { readonly type: 'removeLine'; readonly line: number }
  | { readonly type: 'chooseLanguage'; readonly language: ReceiptLanguage }
  | { readonly type: 'payCash'; readonly given: Dirham }
  /** `amount` null: all that is due. */
  | { readonly type: 'payCard'; readonly amount: Dirham | null }
  | {
      readonly type: 'payOther'
      readonly tender: 'mobile' | 'transfer' | 'cheque'
      readonly amount: Dirham | null
      readonly reference: string
    }
  /** Asks the terminal to stop; the attempt's own outcome still decides. */
  | { readonly type: 'cancelAttempt' }
  /** Asks the terminal again about an unknown attempt. */
  | { readonly type: 'askTerminal' }
  /**
   * A person looked at the terminal and signs what it shows. For a terminal worked by hand this is how each charge
   * ends; for others only an unknown one.
   */
  | {
      readonly type: 'resolveAttempt'
      readonly outcome: 'approved' | 'declined'
      readonly name: string
      /** What was looked at: an answer that comes late is not another attempt's. Absent: of the one that waits. */
      readonly attemptId?: AttemptId | null
      /** What stands on the slip; a charge keyed by hand is approved only with it. */
      readonly slip?: SlipProof | null
    }
  /** Gives back a whole ticket by undoing its one card charge on the terminal that took it. */
  | { readonly type: 'voidTicket'; readonly ticket: TicketNumber }
  /** Charges 1.00 and undoes it. Managers only; no sale may be open. */
  | { readonly type: 'testTerminal' }
  /** Shows the merchant QR with this amount to the visitor. `amount` null: all that is due. */
  | { readonly type: 'showQr'; readonly amount: Dirham | null }
  | { readonly type: 'hideQr' }
  | { readonly type: 'park'; readonly name: string }
  | { readonly type: 'resume'; readonly name: string }
  | { readonly type: 'cancelSale' }
  | {
      readonly type: 'refund'
      readonly ticket: TicketNumber
      readonly line: number
      readonly quantity: number
      /** `online`: the marketplace gives back what it took; only of a ticket that it took. */
      readonly tender: 'cash' | 'card' | 'online'
    }
  /** The goods of an online order leave the shop: its sale, at once and whole, paid by the marketplace. */
  | { readonly type: 'sellOnlineOrder'; readonly order: OnlineOrderId; readonly move: OrderMove }
  | { readonly type: 'reprint'; readonly ticket: TicketNumber }
  /** Puts a paper into the print queue. What was on paper before comes out as a copy that says so. */
  | { readonly type: 'printPaper'; readonly paper: PaperRequest }
  /**
   * A person answers for a job that did not start, or of which nobody knows how it ended. `again`: into the queue once
   * more, where the ledger counts what may have come out as a copy. `leave`: it is good, or not wanted any more.
   */
  | { readonly type: 'answerPrint'; readonly job: number; readonly answer: 'again' | 'leave' }
  | { readonly type: 'issueInvoice'; readonly ticket: TicketNumber; readonly buyer: Buyer }
  | { readonly type: 'issueExportForm'; readonly ticket: TicketNumber; readonly visitor: Visitor }
  | { readonly type: 'voidExportForm'; readonly form: number }
  /** Of a form that stands, or of one that was voided. Managers and owners. */
  | { readonly type: 'forgetVisitor'; readonly form: number }
  | {
      readonly type: 'issueCertificate'
      readonly ticket: TicketNumber
      readonly line: number
      readonly piece: PieceDetails
    }
  | { readonly type: 'configure'; readonly settings: ShopSettings }
  | { readonly type: 'loadCatalogue'; readonly items: readonly CatalogueItem[] }
  | { readonly type: 'setPeople'; readonly people: readonly Person[] }
  /** Adds or replaces artisans by id. Managers and owners. */
  | { readonly type: 'setOwners'; readonly owners: readonly Owner[] }
  /**
   * Gives an artisan money on account, or what is due; cash comes out of the drawer, so a shift must be open for it. A payout
   * is never more than is due. Managers and owners.
   */
  | {
      readonly type: 'payOwner'
      readonly owner: string
      readonly what: 'advance' | 'payout'
      readonly amount: Dirham
      readonly by: OwnerPayment
      readonly reference: string
      readonly period: DayRange | null
    }
  | { readonly type: 'setTraining'; readonly on: boolean }

export type CommandType = Command['type']

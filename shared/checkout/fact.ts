import type { ReturnedLine } from '../cart/issue-ticket.ts'
import type { AgreedPrice, CartLine } from '../cart/line.ts'
import type { ShopSettings } from '../cart/settings.ts'
import type { Ticket } from '../cart/ticket.ts'
import type { CatalogueItem, LocalizedText } from '../catalogue/item.ts'
import type { CashPurpose } from '../closing/cash-purpose.ts'
import type { ClosingFact } from '../closing/closing.ts'
import type { CountedPieces } from '../closing/drawer-count.ts'
import type { Approval, AttemptPurpose, DecidedBy, DeclineReason, UnknownCause } from '../kernel/attempt.ts'
import type {
  AttemptId,
  LineId,
  SaleId,
  Seq,
  ShiftId,
  Sku,
  TenderId,
  TicketNumber,
  TillId,
} from '../kernel/ids.ts'
import type { ReceiptLanguage } from '../kernel/language.ts'
import type { PaperRequest } from '../kernel/paper-kinds.ts'
import type { Buyer, PieceDetails } from '../kernel/papers.ts'
import type { Person } from '../kernel/person.ts'
import type { BusinessDay, Stamp } from '../kernel/stamp.ts'
import type { MarketFact } from '../marketplace/facts.ts'
import type { Dirham } from '../money/amount.ts'
import type { OwnerFact } from '../owners/facts.ts'
import type { SettlementFact } from '../settlement/facts.ts'

/** What the drawer should hold and did: `expected = float + cash + in − out`, `difference = counted − expected`. */
export interface DrawerCount {
  readonly float: Dirham
  /** Cash kept − cash refunded. */
  readonly cash: Dirham
  readonly in: Dirham
  readonly out: Dirham
  readonly expected: Dirham
  readonly counted: Dirham
  readonly difference: Dirham
}

/** Lines of a sale ticket on their way back. */
export interface GivesBack {
  readonly ticket: TicketNumber
  readonly lines: readonly ReturnedLine[]
}

/** An approved charge, as the terminal that is to undo it must be told. */
export interface UndoneCharge {
  readonly attemptId: AttemptId
  readonly approval: Approval
}

/**
 * What happened, past tense: the content of one journal entry. Everything else in the database can be recomputed
 * from these in order. A fact carries its whole content (never an id alone where the content could change later).
 * JSON only: no undefined, no Date, no NaN; absent is `null`.
 */
export type Fact =
  | { readonly kind: 'tillCreated'; readonly tillId: TillId; readonly currency: 'MAD' }
  | { readonly kind: 'shopConfigured'; readonly settings: ShopSettings }
  | { readonly kind: 'peopleChanged'; readonly people: readonly Person[] }
  /** Adds or replaces items by sku, stock included. At most 1000 items a fact: a larger catalogue is several. */
  | {
      readonly kind: 'catalogueLoaded'
      readonly items: readonly CatalogueItem[]
      /** Another till's, taken from the shop's database, which is not told of them again. Absent: no. */
      readonly fromShop?: boolean
    }
  | {
      readonly kind: 'shiftOpened'
      readonly shiftId: ShiftId
      readonly businessDay: BusinessDay
      readonly cashier: string
      readonly float: Dirham
      /** The entry's own instant, repeated so that a state rebuilt from facts alone can show it. */
      readonly openedAt?: Stamp
    }
  | {
      readonly kind: 'cashMoved'
      readonly shiftId: ShiftId
      readonly direction: 'in' | 'out'
      readonly amount: Dirham
      readonly reason: string
      /** Absent: `other`. */
      readonly purpose?: CashPurpose
    }
  /** The drawer opened with no sale. */
  | { readonly kind: 'drawerOpened'; readonly shiftId: ShiftId; readonly reason: string }
  | {
      readonly kind: 'shiftClosed'
      readonly shiftId: ShiftId
      readonly drawer: DrawerCount
      readonly grandTotal: Dirham
      /** By coin and note; absent: only the sum was typed. */
      readonly count?: readonly CountedPieces[]
    }
  | {
      readonly kind: 'saleOpened'
      readonly saleId: SaleId
      readonly shiftId: ShiftId
      readonly cashier: string
    }
  | { readonly kind: 'lineAdded'; readonly saleId: SaleId; readonly line: CartLine }
  | {
      readonly kind: 'quantityChanged'
      readonly saleId: SaleId
      readonly lineId: LineId
      readonly quantity: number
    }
  | {
      readonly kind: 'priceAgreed'
      readonly saleId: SaleId
      readonly lineId: LineId
      readonly agreed: AgreedPrice
    }
  | { readonly kind: 'lineRemoved'; readonly saleId: SaleId; readonly lineId: LineId }
  | { readonly kind: 'languageChosen'; readonly saleId: SaleId; readonly language: ReceiptLanguage }
  | { readonly kind: 'saleParked'; readonly saleId: SaleId; readonly name: string }
  | { readonly kind: 'saleResumed'; readonly saleId: SaleId }
  | { readonly kind: 'saleCancelled'; readonly saleId: SaleId; readonly hadLines: boolean }
  | {
      readonly kind: 'cashTaken'
      readonly saleId: SaleId
      readonly tenderId: TenderId
      readonly given: Dirham
      readonly kept: Dirham
      readonly change: Dirham
      /** Signed, only on the cash that settles the rest; added to what is due. */
      readonly rounding: Dirham
      /** Duty on this cash, borne by the customer: added to what is due. Absent: none. */
      readonly duty?: Dirham
    }
  | {
      readonly kind: 'otherTaken'
      readonly saleId: SaleId
      readonly tenderId: TenderId
      readonly tender: 'mobile' | 'transfer' | 'cheque' | 'online'
      readonly amount: Dirham
      readonly reference: string
    }
  /** Durable before the first byte leaves for the terminal. */
  | {
      readonly kind: 'attemptStarted'
      readonly attemptId: AttemptId
      readonly saleId: SaleId
      readonly purpose: AttemptPurpose
      readonly amount: Dirham
      /** Device id of the terminal in the registry. */
      readonly terminal: string
      /** Durable sequence number given to the protocol (NAPS NS). [1, 999999] */
      readonly terminalSequence: number
      /** The entry's own instant, repeated so that a state rebuilt from facts alone can show it. */
      readonly startedAt?: Stamp
      /** A person keys it on the terminal and answers for it. Absent: no. */
      readonly byHand?: boolean
      /** What its ticket will give back once it is approved. Absent: a payment, or a test, which becomes no ticket. */
      readonly givesBack?: GivesBack
      /** Of a void: the charge it undoes. */
      readonly undoes?: UndoneCharge
    }
  /** The terminal approved; durable before the byte that confirms (NAPS 002, ZVT 80 00 00). */
  | {
      readonly kind: 'attemptApprovedUnconfirmed'
      readonly attemptId: AttemptId
      readonly saleId: SaleId
      readonly approval: Approval
    }
  | {
      readonly kind: 'attemptUnknown'
      readonly attemptId: AttemptId
      readonly saleId: SaleId
      readonly cause: UnknownCause
      readonly detail: string
    }
  | {
      readonly kind: 'attemptApproved'
      readonly attemptId: AttemptId
      readonly saleId: SaleId
      readonly tenderId: TenderId
      readonly approval: Approval | null
      readonly decidedBy: DecidedBy
    }
  | {
      readonly kind: 'attemptDeclined'
      readonly attemptId: AttemptId
      readonly saleId: SaleId
      readonly reason: DeclineReason
      readonly decidedBy: DecidedBy
    }
  /**
   * A test charge came to its end. One that is `standing` is card money of the shop in no ticket: the books show it
   * until somebody has undone it on the terminal.
   */
  | {
      readonly kind: 'terminalTested'
      readonly saleId: SaleId
      /** Of the charge. */
      readonly attemptId: AttemptId
      readonly amount: Dirham
      readonly outcome: 'undone' | 'standing' | 'declined'
      /** Why it was not charged, or not undone; `null` where the terminal was not even asked to undo it. */
      readonly reason: DeclineReason | null
    }
  /** The sale is final: numbered, taxed, hashed. No receipt prints before this is durable. */
  | { readonly kind: 'saleCompleted'; readonly saleId: SaleId; readonly ticket: Ticket }
  | { readonly kind: 'refundCompleted'; readonly saleId: SaleId; readonly ticket: Ticket }
  /** `copy` 0 = the receipt, 1… = DUPLICATA number. Never reprinted by itself. */
  | {
      readonly kind: 'receiptPrinted'
      readonly ticketNumber: TicketNumber
      readonly copy: number
      readonly outcome: 'done' | 'notStarted' | 'unknown'
      readonly printer: string
    }
  /** Any other paper. `copy` 0 = the original, 1… = DUPLICATA number. */
  | {
      readonly kind: 'paperPrinted'
      readonly paper: PaperRequest
      readonly copy: number
      readonly outcome: 'done' | 'notStarted' | 'unknown'
      readonly printer: string
    }
  /** The invoice of a sale ticket, in a gapless series of its own. One a ticket. */
  | {
      readonly kind: 'invoiceIssued'
      readonly number: number
      readonly ticketNumber: TicketNumber
      readonly buyer: Buyer
    }
  /** Bordereau de vente à l'exportation; one that stands a ticket. Who it is for is kept beside the journal. */
  | {
      readonly kind: 'exportFormIssued'
      readonly number: number
      readonly ticketNumber: TicketNumber
      /** Whose printed form it stands for; empty: the tax office's own. */
      readonly operator: string
      /** The taxed part, VAT included, and the VAT in it. */
      readonly gross: Dirham
      readonly vat: Dirham
      /** SHA-256 of the visitor's data and a salt kept with it, hex. */
      readonly visitorHash: string
    }
  | {
      readonly kind: 'exportFormVoided'
      readonly number: number
      readonly ticketNumber: TicketNumber
      readonly because: 'returned' | 'mistaken'
    }
  /** Whoever an export form was made out for is kept beside the journal no more (law 09-08); the form stays as it was. */
  | { readonly kind: 'visitorForgotten'; readonly form: number; readonly ticketNumber: TicketNumber }
  /** The shop vouches for one piece of one line of a sale ticket. */
  | {
      readonly kind: 'certificateIssued'
      readonly number: number
      readonly ticketNumber: TicketNumber
      /** 1 = first. */
      readonly line: number
      readonly sku: Sku
      readonly name: LocalizedText
      readonly piece: PieceDetails
    }
  | {
      readonly kind: 'certificateVoided'
      readonly number: number
      readonly ticketNumber: TicketNumber
      readonly because: 'returned' | 'mistaken'
    }
  /** The shop signs its papers with the private half from now on. Ed25519, 32 bytes, base64url. */
  | { readonly kind: 'shopKeyMade'; readonly publicKey: string }
  | SettlementFact
  | MarketFact
  | ClosingFact
  | OwnerFact
  /**
   * The ledger was brought back from a backup: what was written after `from` elsewhere is not in it. Tickets after it are
   * numbered on from `lastTicketSeen`, the newest number anybody has on paper, so that no number is given twice.
   */
  | {
      readonly kind: 'ledgerRestored'
      readonly from: { readonly seq: Seq; readonly hash: string }
      readonly backupMadeAt: Stamp
      /** SHA-256 of the backup file, hex. */
      readonly backup: string
      /** ≥ the ledger's own last ticket. */
      readonly lastTicketSeen: number
      /** Made for this restore: two tills brought back from one backup are told apart by it. */
      readonly nonce: string
    }
  /** The wall clock was seen earlier than the last entry; order stays by sequence. */
  | { readonly kind: 'clockWentBack'; readonly from: Stamp; readonly to: Stamp }

export type FactKind = Fact['kind']
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>

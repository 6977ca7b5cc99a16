import type { CountedLabel } from '#drivers/printers/label-printer.ts'
import type { PrintOutcome } from '#drivers/printers/printer.ts'
import type {
  ChargeHooks,
  ChargeOutcome,
  ChargeRequest,
  RecoverRequest,
  TerminalCapabilities,
  VoidRequest,
} from '#drivers/terminals/terminal.ts'
import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { Claim } from '#shared/checkout/step.ts'
import type { SaleId, Sku } from '#shared/kernel/ids.ts'
import type { LabelSizeKey, PaperRequest, PaperUse } from '#shared/kernel/paper-kinds.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'

/**
 * What the checkout needs of the devices room: whichever terminal and printers are configured at this moment.
 * `electron/devices` gives them; `till.ts` joins the two; neither room imports the other's implementation.
 */
export interface TerminalPort {
  /** `null` while no terminal is configured. */
  current(): CardTerminal | null
  /** Told when another one, or none, is there from now on. Absent: that never happens. @returns no longer told */
  onReplaced?(listener: () => void): () => void
}

export interface CardTerminal {
  /** Device id; what `attemptStarted.terminal` records. */
  readonly id: string
  readonly name: string
  /** For words about what to look for on the device: `naps`, `manual`, … */
  readonly protocol: string
  readonly capabilities: TerminalCapabilities
  charge(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
  recover(request: RecoverRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
  /** Absent where `capabilities.void` is false. */
  void?(request: VoidRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
  /** Absent where `capabilities.refund` is false. */
  refund?(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
}

/** A paper laid out, for whichever printer takes it. */
export type LaidPaper =
  | { readonly kind: 'document'; readonly document: PaperDocument }
  | {
      readonly kind: 'labels'
      readonly labels: readonly CountedLabel[]
      readonly size: LabelSizeKey
      /** BCP 47 of the shop. */
      readonly language: string
    }
  /** Each printer has its own: they show what that one can. */
  | { readonly kind: 'testPage' | 'codePages' }

/** `notLaidOut`: not a byte left, because this printer has no way to print such a paper. */
export type PaperOutcome = PrintOutcome | { readonly outcome: 'notStarted'; readonly reason: 'notLaidOut' }

export interface PaperPrinter {
  /** Device id; what `receiptPrinted.printer` and `paperPrinted.printer` record. */
  readonly id: string
  readonly name: string
  /** As `Printer.print`: always resolves, never repeats by itself. */
  print(paper: LaidPaper): Promise<PaperOutcome>
}

export interface PrintersPort {
  /** Those that papers of this use go to, the first choice first. Empty: none is configured. */
  printersFor(use: PaperUse): readonly PaperPrinter[]
  /** Of the main printer. */
  kickDrawer(): Promise<PaperOutcome>
}

/** What a paper is laid out from: the ledger of this counter, and which copy it is (0 = the original). */
export interface PaperSource {
  readonly ledger: ReadLedger
  readonly copy: number
  /** Practice: every paper says so. */
  readonly training: boolean
}

/** Lays a paper out as the ledger has it now; `null`: there is no such paper. The words are the paper's business. */
export type PaperLayout = (paper: PaperRequest, source: PaperSource) => Promise<LaidPaper | null>

/** One-of-a-kind pieces that somebody else may have: the marketplace, another till. Absent: nobody does. */
export interface ClaimsPort {
  /**
   * Takes a piece for a sale before it goes into the cart. Resolves within 400 ms whatever the network does; never rejects.
   * @returns `null`: nobody else could have it
   */
  take(sku: Sku, sale: SaleId): Promise<Claim | null>
  /** Sales as they stand after a turn: pieces in none of them are let go, parked ones are kept. Returns at once. */
  follow(sales: readonly ClaimingSale[]): void
}

export interface ClaimingSale {
  readonly saleId: SaleId
  readonly parked: boolean
  /** Of its one-of-a-kind lines. */
  readonly pieces: readonly Sku[]
}

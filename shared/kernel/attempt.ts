/**
 * What an approving terminal told us. Never more of a card number than first six and last four: drivers mask
 * before anything leaves them.
 */
export interface Approval {
  /** `516794******3315`; `null` where the terminal does not say. */
  readonly maskedPan: string | null
  readonly scheme: string | null
  readonly authorisation: string | null
  /** The terminal's own number of the transaction (NAPS STAN, ZVT receipt number). */
  readonly trace: string | null
  readonly terminalId: string | null
  /** The terminal's clock as it said it, unparsed; for people comparing two slips. */
  readonly terminalTime: string | null
  /** The slip the terminal leaves to the till to print, card number masked; lines of plain text. */
  readonly slip: readonly string[]
}

/** Why a terminal (or the person at it) did not take the money. `text` is the terminal's own, shown as received. */
export interface DeclineReason {
  readonly code: string
  readonly text: string
}

/** Why we do not know. Each is a different fact; none of them is "declined". */
export type UnknownCause =
  | 'noAnswer'
  | 'lineLost'
  | 'tillRestarted'
  | 'terminalDoesNotRemember'
  | 'answersDisagree'
  | 'confirmationRefused'

/** Who settled an attempt that had become unknown: the terminal, asked again, or a person who looked at it. */
export type DecidedBy =
  | { readonly kind: 'terminal' }
  | { readonly kind: 'terminalAsked' }
  | { readonly kind: 'person'; readonly name: string }

/**
 * What is asked of the terminal: money from the visitor, money back on the card, an earlier charge undone, or the
 * charge of 1.00 that proves a terminal works and is undone at once.
 */
export type AttemptPurpose = 'payment' | 'refund' | 'void' | 'test'
export type AttemptState = 'started' | 'approved' | 'declined' | 'unknown' | 'approvedUnconfirmed'

/** What the visitor should do now, as far as the protocol tells; drawn in 44 px. */
export type TerminalStep =
  | 'connecting'
  | 'presentCard'
  | 'enterPin'
  | 'authorising'
  | 'confirming'
  | 'removeCard'
  | 'cancelling'
  | 'recovering'
  /** Nothing is connected: the cashier keys the amount on the terminal and says what it answered. */
  | 'keyAmount'

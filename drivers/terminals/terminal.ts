import type { Approval, DeclineReason, TerminalStep, UnknownCause } from '#shared/kernel/attempt.ts'
import type { Dirham } from '#shared/money/amount.ts'
import type { ToldTotals } from '#shared/settlement/totals.ts'

/**
 * The seam between the checkout and any card terminal. A driver knows bytes and one terminal; it knows no sale and
 * no ledger.
 *
 * Guarantees every driver gives:
 * - One operation at a time; a second one while the first runs resolves `declined` with code `TILL-BUSY`: nothing
 *   was sent.
 * - `charge`, `void`, `refund` and `recover` always resolve, with one of the four outcomes; they never reject and never
 *   hang beyond the driver's stated timings. Only `byHand` waits for as long as a person needs.
 * - `declined` only if the terminal said so, or if it is certain that no byte of the request left.
 *   Silence, a lost line, a wrong echo, nonsense: `unknown`.
 * - The request is sent at most once. A driver never retries a charge by itself.
 * - `hooks.confirm` is awaited before any byte that makes the approval final; if it rejects, the driver sends no
 *   such byte and resolves `approvedUnconfirmed`. Where a protocol has no such byte it is not called.
 * - A code of the terminal's is handed on as received, never guessed at; the driver's own begin with `TILL-`.
 * - No more of a card number than first six and last four leaves the driver, in any field, text, slip or error.
 * - `settle` and `totals` always resolve as well. The order to settle is sent at most once. Totals are what the
 *   terminal said and nothing else: what it does not say, or says in a way that can be read in two, is `null`.
 */
export interface Terminal {
  readonly protocol: string
  readonly capabilities: TerminalCapabilities
  charge(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
  /** Asks what became of an attempt, in the way the protocol allows, and finishes it if that can still be done. */
  recover(request: RecoverRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
  /** Reaches the terminal and asks whether it is well. Never moves money. */
  check(): Promise<TerminalHealth>
  /**
   * Undoes an approved charge of this business day: `approved` means undone. Absent where `capabilities.void` is
   * false.
   */
  void?(request: VoidRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
  /** Gives money back on a card: `approved` means given back. Absent where `capabilities.refund` is false. */
  refund?(request: ChargeRequest, hooks: ChargeHooks): Promise<ChargeOutcome>
  /** Tells the terminal to end its day. Absent where `capabilities.settle` is false. */
  settle?(): Promise<SettleOutcome>
  /**
   * Asks what the day comes to so far, and ends nothing; `TILL-BUSY` also where the terminal itself says that it is at
   * something else. Absent where `capabilities.totals` is false.
   */
  totals?(): Promise<TotalsOutcome>
  /** Ends any operation as a lost line would, and releases the wire. Idempotent. */
  close(): Promise<void>
}

export interface TerminalCapabilities {
  readonly void: boolean
  readonly refund: boolean
  /** Whether an attempt's fate can be asked for later. */
  readonly query: boolean
  readonly settle: boolean
  /** Whether the terminal's totals can be had without ending its day. */
  readonly totals: boolean
  /** Whether the terminal can be told to stop while it waits for the card. */
  readonly abort: boolean
  /** Whether the terminal prints its own slips; if not, `Approval.slip` is left to the till. */
  readonly prints: boolean
  /** Nothing is connected: a person keys the amount on the device and answers for it. */
  readonly byHand: boolean
}

export interface ChargeRequest {
  /** > 0, within the protocol's field. Out of range: `declined` with code `TILL-AMOUNT`, nothing sent. */
  readonly amount: Dirham
  readonly currency: 'MAD'
  /** Durable, never reused within a terminal's memory. [1, 999999] */
  readonly sequence: number
  /** Till's wall clock, ms since epoch and offset; protocols that carry a time use it. */
  readonly at: { readonly utcMs: number; readonly offsetMinutes: number }
}

/** `at` is the instant of the attempt itself, as in its request; when it is asked about is `at` and `ageMs` later. */
export interface RecoverRequest extends ChargeRequest {
  /** What was asked of the terminal. Absent: `charge`. A driver that cannot ask about this kind resolves `unknown`. */
  readonly kind?: 'charge' | 'refund' | 'void'
  /** What the ledger already knows of this very attempt: an approval recorded before the line was lost. */
  readonly approval: Approval | null
  /** Of a void: the charge it is to undo. Absent for others. */
  readonly undoes?: Approval
  /** `Approval.trace` of recent charges that are known to be others: none of them is what became of this one. */
  readonly otherTraces?: readonly string[]
  /**
   * How long ago the request left, ms, by the till's clock, which may have jumped meanwhile. Protocols with
   * auto-reversal wait out the rest of their window.
   */
  readonly ageMs: number
  /**
   * The clock was seen to have gone back since: `ageMs` is 0, and that it is young proves nothing. Absent: it was
   * not.
   */
  readonly ageUnknown?: boolean
}

export interface VoidRequest {
  readonly amount: Dirham
  readonly approval: Approval
  readonly sequence: number
  readonly at: ChargeRequest['at']
}

export interface ChargeHooks {
  /** Makes the approval durable. Awaited before the confirming byte. */
  readonly confirm: (approval: Approval) => void | Promise<void>
  readonly onStep: (step: TerminalStep, terminalText: string) => void
  /** Aborted when the cashier cancels: ask the terminal to stop; its answer still decides the outcome. */
  readonly signal: AbortSignal
}

export type ChargeOutcome =
  | { readonly outcome: 'approved'; readonly approval: Approval }
  | { readonly outcome: 'declined'; readonly reason: DeclineReason }
  | { readonly outcome: 'unknown'; readonly cause: UnknownCause; readonly detail: string }
  | {
      readonly outcome: 'approvedUnconfirmed'
      readonly approval: Approval
      readonly cause: UnknownCause
      readonly detail: string
    }

export type TerminalHealth =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false
      /** `otherCurrency`: it does not take dirhams. `needsAttention`: it says what it needs first, see `text`. */
      readonly reason:
        | 'unreachable'
        | 'noAnswer'
        | 'otherProtocol'
        | 'otherCurrency'
        | 'needsAttention'
        | 'busy'
      readonly text: string
    }

/** What became of a question that moves no money and ends no day. `text`: the terminal's words or slip, line by line. */
export type ServiceOutcome =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: DeclineReason }

export type TotalsOutcome =
  /** `told`: `null` where the terminal says no totals that can be read; its slip in `text` may say them to a person. */
  | { readonly ok: true; readonly text: string; readonly told: ToldTotals | null }
  | { readonly ok: false; readonly reason: DeclineReason }

export type SettleOutcome =
  /** The terminal said that its day is ended. */
  | { readonly ok: true; readonly text: string; readonly told: ToldTotals | null }
  /**
   * `sent: false`: it is certain that no byte of the order left, it may be told again. `sent: true` with
   * `TILL-NOANSWER` or `TILL-LINELOST`: whether the day is ended nobody knows. `sent: true` with a code of the
   * terminal's: it said no.
   */
  | { readonly ok: false; readonly reason: DeclineReason; readonly sent: boolean }

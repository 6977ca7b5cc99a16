import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { AttemptView, CheckoutView, ReceiptState } from '#shared/checkout/view.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import type { Charges, LiveCharge } from './charges.ts'
import type { TerminalPort } from './ports.ts'

export type DeskView = Omit<CheckoutView, 'revision' | 'training'>

export interface LiveParts {
  readonly ledger: ReadLedger
  readonly terminal: TerminalPort
  readonly charges: Charges
  /** Where the receipt of a ticket is. */
  readonly receipt: (ticket: TicketNumber) => ReceiptState
  /** Outcomes the disk refused so far. */
  readonly unrecorded: number
}

/**
 * The machine's view with what only the running till knows: what the terminal shows, where the receipt is, and the
 * instants, which the ledger keeps.
 */
export function liveView(view: DeskView, parts: LiveParts): DeskView {
  const openedAt = view.shift === null ? null : parts.ledger.openShift()?.openedAt
  return {
    ...view,
    shift: view.shift === null ? null : { ...view.shift, openedAt: openedAt ?? view.shift.openedAt },
    attempt: view.attempt === null ? null : liveAttempt(view.attempt, parts),
    done: view.done === null ? null : { ...view.done, receipt: parts.receipt(view.done.ticket) },
  }
}

function liveAttempt(attempt: AttemptView, parts: LiveParts): AttemptView {
  const row = parts.ledger.attempt(attempt.attemptId)
  const terminal = parts.terminal.current()
  // Only the terminal that began it can be named, stopped or asked: another one knows nothing of it.
  const its = terminal?.id === row?.terminal ? terminal : null
  const live = parts.charges.live(attempt.attemptId)
  return {
    ...attempt,
    startedAt: row?.startedAt ?? attempt.startedAt,
    terminalName: its?.name ?? attempt.terminalName,
    step: live?.step ?? attempt.step,
    terminalText: live?.terminalText ?? attempt.terminalText,
    canCancel: its?.capabilities.abort === true && !attempt.byHand && live !== null && canStillStop(live),
    unknown:
      attempt.unknown === null
        ? null
        : {
            ...attempt.unknown,
            canAsk: its?.capabilities.query === true && live === null,
            lookFor: attempt.byHand ? 'manual' : (its?.protocol ?? protocolIn(row?.terminal)),
          },
    ...(parts.unrecorded > 0 ? { unrecorded: true } : {}),
  }
}

/**
 * Of a terminal that is here no more: its id begins with its protocol, and where to look on it is said all the
 * same.
 */
const protocolIn = (terminal = ''): string => terminal.replace(/-[^-]*$/, '')

/** Once the answer is being confirmed a wish to stop comes too late to be offered. */
function canStillStop(live: LiveCharge): boolean {
  return live.kind === 'order' && !live.cancelling && live.step !== 'confirming' && live.step !== 'removeCard'
}

import type {
  ChargeHooks,
  ChargeOutcome,
  ChargeRequest,
  RecoverRequest,
  Terminal,
} from '#drivers/terminals/terminal.ts'
import type { Approval, TerminalStep } from '#shared/kernel/attempt.ts'
import { dirham } from '#shared/money/amount.ts'

/** A driver, its simulator and the wire between them. */
export interface TerminalRig {
  readonly terminal: Terminal
  /** A till that came up again: a driver that remembers nothing, on the same terminal. */
  restarted(): Terminal
  /** For the next charge. */
  fault(name: string): void
  /** Charges that stand on the terminal now; the truth. */
  standing(): readonly { readonly sequence: string; readonly amountMinor: number }[]
  events(): readonly string[]
  /** Everything that left the driver as text. */
  readonly wire: readonly string[]
  nowMs(): number
  /** Waits for a promise; in virtual time, lets time pass for it. */
  settle<T>(promise: Promise<T>): Promise<T>
  /** Lets this share of the terminal's reversal window pass. */
  pass(windows: number): Promise<void>
  /** Nobody answers any more. */
  unplug(): Promise<void>
  dispose(): Promise<void>
}

export const request = (rig: TerminalRig, sequence: number, minor = 12_550): ChargeRequest => ({
  amount: dirham(minor),
  currency: 'MAD',
  sequence,
  at: { utcMs: Date.UTC(2026, 10, 23, 9, 15) + Math.round(rig.nowMs()), offsetMinutes: 60 },
})

export const recovery = (
  made: ChargeRequest,
  ageMs: number,
  approval: RecoverRequest['approval'] = null,
): RecoverRequest => ({ ...made, approval, ageMs })

export interface WatchedHooks extends ChargeHooks {
  readonly steps: TerminalStep[]
  readonly cancel: () => void
  readonly approvals: unknown[]
}

export function hooks(confirm: ChargeHooks['confirm'] = () => undefined): WatchedHooks {
  const abort = new AbortController()
  const steps: TerminalStep[] = []
  const approvals: unknown[] = []
  return {
    steps,
    approvals,
    confirm: (approval) => {
      approvals.push(approval)
      return confirm(approval)
    },
    onStep: (step) => steps.push(step),
    signal: abort.signal,
    cancel: () => abort.abort(),
  }
}

/** What an approving terminal said. @throws where the outcome is no approval */
export const approvalOf = (outcome: ChargeOutcome): Approval => {
  if (outcome.outcome !== 'approved' && outcome.outcome !== 'approvedUnconfirmed') {
    throw new Error(`no approval: ${JSON.stringify(outcome)}`)
  }
  return outcome.approval
}

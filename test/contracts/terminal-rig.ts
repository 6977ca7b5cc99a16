import type { ChargeEvent } from '#drivers/simulators/terminal/terminal-simulator.ts'
import type {
  ChargeHooks,
  ChargeOutcome,
  ChargeRequest,
  RecoverRequest,
  Terminal,
  TerminalCapabilities,
  VoidRequest,
} from '#drivers/terminals/terminal.ts'
import type { Approval, TerminalStep } from '#shared/kernel/attempt.ts'
import { dirham } from '#shared/money/amount.ts'

/** A driver, its simulator and the wire between them. */
export interface TerminalRig {
  readonly terminal: Terminal
  /** A till that came up again: a driver that remembers nothing, on the same terminal. */
  restarted(): Terminal
  /** For the next charge, refund or void. One of `RigTraits.faults`. */
  fault(name: string): void
  /**
   * Centimes of each charge that stands on the terminal now, in the order they were made, refunds negative; the
   * truth.
   */
  standing(): readonly number[]
  /** Events of the simulator's own journal, in order. */
  events(): readonly ChargeEvent['event'][]
  /** Everything that left the driver as text. */
  readonly wire: readonly string[]
  nowMs(): number
  /** Waits for a promise; in virtual time, lets time pass for it. */
  settle<T>(promise: Promise<T>): Promise<T>
  /** Lets time pass on the terminal's clock, ms. */
  pass(ms: number): Promise<void>
  /** Power fails at the terminal, `TerminalSimulator.powerCycle`. */
  powerCycle(awayMs: number): void
  /** Nobody answers any more. */
  unplug(): Promise<void>
  dispose(): Promise<void>
}

/**
 * How a protocol, its simulator and this rig's pace differ from others; everything else is the same contract. Given to
 * each contract function, because what is tested depends on it before any rig exists.
 */
export interface RigTraits {
  /** What the driver says it can; a test of what it cannot is not made. */
  readonly capabilities: TerminalCapabilities
  /** What the simulator can be told to do wrong. A test of a fault it does not have is not made. */
  readonly faults: readonly string[]
  /** Of `faults`, those through which a sale is approved all the same. Through others the driver may end `unknown`. */
  readonly harmless: readonly string[]
  /**
   * An approval that is not confirmed is taken back by the terminal after so long, ms. `null`: the protocol has no
   * second phase, what was approved stands.
   */
  readonly reversalMs: number | null
  /** How long the visitor takes to present a card, and then the acquirer to answer, ms. */
  readonly cardMs: number
  readonly authoriseMs: number
  /** What the first approval of a new terminal must match (`toMatchObject`): whatever the protocol tells of it. */
  readonly approval: Partial<Readonly<Record<keyof Approval, unknown>>>
  /** Every step of a plain sale; absent: only that it begins with `connecting`. */
  readonly steps?: readonly TerminalStep[]
  /** What the fault `decline` is answered with. */
  readonly decline: { readonly code: string; readonly text?: string }
  /** Code of a charge cancelled while no card came; absent: whatever the terminal says. */
  readonly cancelled?: string
  /** What a driver can learn by asking after a break. `nothing`: it cannot ask at all. */
  readonly recovery: 'lastTransaction' | 'byReference' | 'nothing'
  /** Amounts the protocol's field holds, centimes. */
  readonly largestMinor: number
  /**
   * `false`: the protocol carries no check of its own and leaves whole bytes to its wire, as TCP gives them; a line
   * that loses or changes some is then not tested. Absent: it must bear any line.
   */
  readonly bearsSpoiltBytes?: false
  /** Junk in the protocol's own clothes: beginnings of messages with absurd lengths, sent again and again. */
  readonly absurd: readonly Uint8Array[]
}

export type MakeRig = () => Promise<TerminalRig>

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

/** The charge of this outcome, undone. @throws where the outcome is no approval */
export const voiding = (
  rig: TerminalRig,
  sequence: number,
  minor: number,
  sold: ChargeOutcome,
): VoidRequest => {
  const { amount, at } = request(rig, sequence, minor)
  return { amount, sequence, at, approval: approvalOf(sold) }
}

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

import type { Approval, DeclineReason, TerminalStep, UnknownCause } from '#shared/kernel/attempt.ts'
import type { ChargeOutcome } from '../terminal.ts'
import type { Expected } from './expected.ts'
import type { Message } from './message.ts'
import type { ZvtTimings } from './timings.ts'

/** Where a command that moves money stands (PA00P015 §2.2). */
export type ChargeState =
  /** The command is out; what comes before its reply belongs to a former one and is not acknowledged. */
  | { readonly at: 'asked' }
  | { readonly at: 'running'; readonly refusal: DeclineReason | null }
  /** 06 B0 is out; the terminal's own completion decides. `accepted`: some reply came. */
  | { readonly at: 'aborting'; readonly accepted: boolean; readonly refusal: DeclineReason | null }
  /** 04 0F approved; the till makes it durable. `broken`: why it can no longer be acknowledged. */
  | {
      readonly at: 'saving'
      readonly approval: Approval
      readonly bytes: string
      readonly broken: Broken | null
    }
  /** Acknowledged; slips and completion follow. */
  | { readonly at: 'finishing'; readonly approval: Approval; readonly bytes: string }
  | { readonly at: 'ended' }

export interface Broken {
  readonly cause: UnknownCause
  readonly detail: string
}

export type ChargeInput =
  | { readonly type: 'heard'; readonly message: Message }
  | { readonly type: 'cancelled' | 'timeout' | 'approvalSaved' }
  | { readonly type: 'lineLost' | 'approvalNotSaved'; readonly detail: string }

export type ChargeEffect =
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'step'; readonly step: TerminalStep; readonly text: string }
  | { readonly do: 'acknowledge' | 'refuse' | 'sendAbort' }
  | { readonly do: 'saveApproval'; readonly approval: Approval }
  /** Ask the terminal's own record what became of an approval that nobody saw the end of. */
  | { readonly do: 'askFate'; readonly approval: Approval; readonly broken: Broken }
  | { readonly do: 'end'; readonly outcome: ChargeOutcome }

export interface ChargeContext {
  readonly expected: Expected
  readonly timings: ZvtTimings
  /** Bytes came that could not be read: a refusal may be a piece of something else. */
  readonly doubtful: boolean
  /** The command may have arrived twice: a refusal may be of the second copy. */
  readonly repeated: boolean
}

export interface ChargeTurn {
  readonly state: ChargeState
  readonly effects: readonly ChargeEffect[]
}

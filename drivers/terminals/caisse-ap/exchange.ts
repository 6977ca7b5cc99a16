import type { TerminalStep, UnknownCause } from '#shared/kernel/attempt.ts'
import { unknown } from '../outcomes.ts'
import type { ChargeOutcome } from '../terminal.ts'
import type { Verdict } from './answer.ts'

/**
 * One charge or refund, from the moment its request was handed to the connection, as a pure machine. The protocol
 * is one request and one answer; nothing is ever sent again, and nothing can be asked.
 */
export interface Waiting {
  readonly heardNoise: boolean
  readonly heardOthers: boolean
  readonly takenIntoAccount: boolean
}

export const waiting: Waiting = { heardNoise: false, heardOthers: false, takenIntoAccount: false }

export type Input =
  | { readonly type: 'message'; readonly verdict: Verdict }
  | { readonly type: 'noise' }
  | { readonly type: 'timeout' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'lineLost'; readonly detail: string }

export type Turn =
  | { readonly next: Waiting; readonly step?: TerminalStep }
  | { readonly outcome: ChargeOutcome }

/** One turn behind the request: only an answer that is ours decides; whatever else ends it leaves it unknown. */
export function exchangeTurn(state: Waiting, input: Input): Turn {
  switch (input.type) {
    case 'message':
      return answered(state, input.verdict)
    case 'noise':
      return { next: { ...state, heardNoise: true } }
    case 'cancelled':
      // There is no abort: the red key is on the terminal, and its answer still decides.
      return { next: state, step: 'cancelling' }
    case 'timeout':
      return { outcome: doubt(state, 'noAnswer', 'no answer to the request') }
    case 'lineLost':
      return { outcome: doubt(state, 'lineLost', input.detail) }
  }
}

function answered(state: Waiting, verdict: Verdict): Turn {
  switch (verdict.kind) {
    case 'approved':
      return { outcome: { outcome: 'approved', approval: verdict.approval } }
    case 'declined':
      return { outcome: { outcome: 'declined', reason: verdict.reason } }
    case 'contradictory':
      return { outcome: unknown('answersDisagree', verdict.detail) }
    case 'takenIntoAccount':
      return { next: { ...state, takenIntoAccount: true } }
    case 'notOurs':
      return { next: { ...state, heardOthers: true } }
  }
}

function doubt(state: Waiting, cause: UnknownCause, detail: string): ChargeOutcome {
  if (state.takenIntoAccount) return unknown(cause, `${detail}; it had taken the request into account`)
  if (state.heardOthers) {
    return unknown(
      cause === 'noAnswer' ? 'answersDisagree' : cause,
      `${detail}; only answers to something else came`,
    )
  }
  return unknown(cause, state.heardNoise ? `${detail}; what came was not Caisse-AP` : detail)
}

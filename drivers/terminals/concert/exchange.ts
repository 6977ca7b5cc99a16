import type { Control } from '#drivers/framing/stx-etx-lrc.ts'
import type { TerminalStep, UnknownCause } from '#shared/kernel/attempt.ts'
import type { ChargeOutcome } from '../terminal.ts'
import type { Verdict } from './answer.ts'
import type { ConcertTimings } from './timings.ts'

/** Where a charge stands. Until `offering` no byte of the request has left. */
export type Phase =
  /** ENQ is out. */
  | { readonly at: 'calling' }
  /** The terminal did not answer ENQ: EOT is out, the next ENQ is due. */
  | { readonly at: 'resting' }
  /** The terminal called first: it still has an answer to something older. */
  | { readonly at: 'givingWay' }
  /** The request is out, ACK or NAK is due. */
  | { readonly at: 'offering' }
  /** The visitor is at the terminal; it will call with ENQ. */
  | { readonly at: 'listening' }
  /** The terminal called and was acknowledged; its frame is due. */
  | { readonly at: 'receiving' }
  /** Decided; the terminal's EOT is due. */
  | { readonly at: 'parting'; readonly outcome: ChargeOutcome }
  /** The line went after the request had left; it may come back, as USB does. */
  | { readonly at: 'away' }
  | { readonly at: 'ended' }

/** What a charge remembers beside its phase. */
export interface Notes {
  /** ENQs since the start. */
  readonly calls: number
  /** What the terminal was let say before us. */
  readonly yields: number
  /** How often the request left. More than once only after a NAK that was certainly meant for it. */
  readonly offers: number
  /**
   * Every byte heard so far answered exactly what was asked. Only then is a NAK certain to be about the request: after
   * an ENQ that went unanswered, or noise, it may as well be a late answer, and the request may have been taken.
   */
  readonly certain: boolean
  readonly cancelled: boolean
  readonly heardNoise: boolean
  readonly heardOthers: boolean
  readonly lineWent: boolean
  /** When waiting for the answer ends. */
  readonly deadlineMs: number
}

export interface Exchange {
  readonly phase: Phase
  readonly notes: Notes
}

export type Input =
  | { readonly type: Control }
  /** A frame with a good LRC. */
  | { readonly type: 'answer'; readonly verdict: Verdict }
  /** A frame with a bad one. */
  | { readonly type: 'damaged' }
  | { readonly type: 'noise' }
  | { readonly type: 'timeout' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'lineLost'; readonly detail: string }
  | { readonly type: 'lineBack' }
  | { readonly type: 'lineGone'; readonly detail: string }

export type Effect =
  | { readonly do: 'send'; readonly what: Control | 'request' }
  /** Replaces the wait before. */
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'step'; readonly step: TerminalStep }
  | { readonly do: 'reopen' }
  | { readonly do: 'end'; readonly outcome: ChargeOutcome }

export interface Turn {
  readonly exchange: Exchange
  readonly effects: readonly Effect[]
}

export interface Context {
  readonly timings: ConcertTimings
  readonly nowMs: number
}

/** What turns are made of: effects, and the ways a turn can end. */
export const send = (what: Control | 'request'): Effect => ({ do: 'send', what })
export const wait = (ms: number): Effect => ({ do: 'wait', ms })

export const stay = (exchange: Exchange): Turn => ({ exchange, effects: [] })

export function turn(notes: Notes, phase: Phase, ...effects: readonly Effect[]): Turn {
  return { exchange: { phase, notes }, effects }
}

export const end = (notes: Notes, outcome: ChargeOutcome, ...before: readonly Effect[]): Turn =>
  turn(notes, { at: 'ended' }, ...before, { do: 'end', outcome })

/** Why nobody knows, as far as what was heard tells. */
export function doubt(notes: Notes, detail: string): ChargeOutcome {
  const cause: UnknownCause = notes.heardOthers ? 'answersDisagree' : notes.lineWent ? 'lineLost' : 'noAnswer'
  const heard = notes.heardOthers
    ? '; only answers to something else came'
    : notes.heardNoise
      ? '; noise was heard'
      : ''
  return { outcome: 'unknown', cause, detail: detail + heard }
}

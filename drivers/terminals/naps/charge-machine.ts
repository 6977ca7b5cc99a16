import type { Approval, TerminalStep, UnknownCause } from '#shared/kernel/attempt.ts'
import { declined, unconfirmed as unconfirmedOutcome, unknown as unknownOutcome } from '../outcomes.ts'
import type { ChargeOutcome } from '../terminal.ts'
import type { PaymentAnswer } from './approval.ts'
import { readPaymentAnswer, refusalOf } from './approval.ts'
import type { NapsMessage } from './message.ts'
import { codeOf } from './message.ts'
import type { ApprovalEcho } from './requests.ts'
import { isSuccess } from './tags.ts'
import type { NapsTimings } from './timings.ts'

/**
 * One charge, from the moment 001 was written, as a pure machine: state and input in, next state and effects out
 * (guide v1.1 §III.2.1–2, §10). Only answers that echo our request come in here; others are counted as `stray`.
 */
export type ChargeState =
  /** 001 is out, the visitor is at the terminal. */
  | { readonly at: 'waitingForCard' }
  /** The cashier cancelled; an approval may be in flight. */
  | { readonly at: 'listeningOut' }
  /** 012 is out: the terminal was told to stop. */
  | { readonly at: 'resetting' }
  /** 101 approved; the till makes it durable. */
  | { readonly at: 'savingApproval'; readonly approved: Approved }
  /** 002 is out. `repeated`: for the second time. */
  | { readonly at: 'waitingForConfirmation'; readonly approved: Approved; readonly repeated: boolean }
  /** The line went between 002 and 102. */
  | { readonly at: 'comingBack'; readonly approved: Approved; readonly cause: UnknownCause }
  /** An approval nobody wants any more is left unconfirmed until the terminal has reversed it. */
  | { readonly at: 'waitingForReversal'; readonly approved: Approved }
  | { readonly at: 'ended' }

export interface Approved {
  readonly approval: Approval
  readonly echo: ApprovalEcho
  /** When 101 came, on the driver's clock. */
  readonly atMs: number
}

export type ChargeInput =
  | { readonly type: 'answer'; readonly message: NapsMessage }
  | { readonly type: 'resetAnswer'; readonly message: NapsMessage }
  | { readonly type: 'stray' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'timeout' }
  | { readonly type: 'lineLost'; readonly detail: string }
  | { readonly type: 'approvalSaved' }
  | { readonly type: 'approvalNotSaved'; readonly detail: string }
  | { readonly type: 'lineBack' }
  | { readonly type: 'lineGone' }

export type ChargeEffect =
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'step'; readonly step: TerminalStep }
  | { readonly do: 'sendReset' }
  | { readonly do: 'saveApproval'; readonly approval: Approval }
  | { readonly do: 'sendConfirmation'; readonly echo: ApprovalEcho }
  | { readonly do: 'comeBack' }
  /** Wait for the reversal, then ask the terminal what became of it. */
  | { readonly do: 'askFate'; readonly approved: Approved }
  | { readonly do: 'end'; readonly outcome: ChargeOutcome }

export interface ChargeContext {
  readonly amountMinor: number
  readonly timings: NapsTimings
  readonly nowMs: number
  /** Whether messages came that did not answer us. */
  readonly sawStray: boolean
  /** Whether bytes came that were no message: one of ours may have been among them. */
  readonly heardNoise: boolean
}

export interface ChargeTurn {
  readonly state: ChargeState
  readonly effects: readonly ChargeEffect[]
}

/** The first turn: 001 is on its way, the card is awaited. */
export function chargeStarted(timings: NapsTimings): ChargeTurn {
  return {
    state: { at: 'waitingForCard' },
    effects: [
      { do: 'step', step: 'presentCard' },
      { do: 'wait', ms: timings.paymentMs },
    ],
  }
}

/** One turn: what an input means where the charge stands. Pure; an input that means nothing there changes nothing. */
export function chargeTurn(state: ChargeState, input: ChargeInput, context: ChargeContext): ChargeTurn {
  switch (state.at) {
    case 'waitingForCard':
    case 'listeningOut':
    case 'resetting':
      return beforeApproval(state, input, context)
    case 'savingApproval':
      return saving(state, input, context)
    case 'waitingForConfirmation':
      return confirming(state, input, context)
    case 'comingBack':
      return comingBack(state, input, context)
    case 'waitingForReversal':
    case 'ended':
      return stay(state)
  }
}

const stay = (state: ChargeState): ChargeTurn => ({ state, effects: [] })
const end = (outcome: ChargeOutcome): ChargeTurn => ({
  state: { at: 'ended' },
  effects: [{ do: 'end', outcome }],
})
const unknown = (cause: UnknownCause, detail: string): ChargeTurn => end(unknownOutcome(cause, detail))

function beforeApproval(state: ChargeState, input: ChargeInput, context: ChargeContext): ChargeTurn {
  const { timings } = context
  switch (input.type) {
    case 'answer':
      return paymentAnswered(readPaymentAnswer(input.message, context.amountMinor), state, context)
    case 'cancelled':
      if (state.at !== 'waitingForCard') return stay(state)
      return {
        state: { at: 'listeningOut' },
        effects: [
          { do: 'step', step: 'cancelling' },
          { do: 'wait', ms: timings.cancelListenMs },
        ],
      }
    case 'timeout':
      if (state.at === 'listeningOut') {
        return {
          state: { at: 'resetting' },
          effects: [{ do: 'sendReset' }, { do: 'wait', ms: timings.resetMs }],
        }
      }
      return context.sawStray
        ? unknown('answersDisagree', 'only answers to other questions came')
        : unknown('noAnswer', 'no answer to the payment request')
    case 'resetAnswer':
      if (context.sawStray || context.heardNoise) {
        return unknown(
          'answersDisagree',
          'reset, after an answer that could not be read as one to this payment',
        )
      }
      // On one unbroken line the terminal said nothing of an approval and is back at its start: it took no card.
      if (state.at === 'resetting' && isSuccess(codeOf(input.message))) {
        return end(declined('TILL-CANCELLED', refusalOf(input.message).text))
      }
      return unknown('noAnswer', 'the terminal would not be reset')
    case 'lineLost':
      return unknown('lineLost', input.detail)
    default:
      return stay(state)
  }
}

function paymentAnswered(answer: PaymentAnswer, state: ChargeState, context: ChargeContext): ChargeTurn {
  if (answer.kind === 'refused') return end({ outcome: 'declined', reason: answer.reason })
  if (answer.kind === 'contradictory') return unknown('answersDisagree', answer.detail)
  const approved: Approved = { approval: answer.approval, echo: answer.echo, atMs: context.nowMs }
  if (state.at !== 'waitingForCard') {
    // Cancelled at the till: withheld on purpose, the terminal reverses by itself (guide v1.1 §10).
    return { state: { at: 'waitingForReversal', approved }, effects: [{ do: 'askFate', approved }] }
  }
  return {
    state: { at: 'savingApproval', approved },
    effects: [
      { do: 'step', step: 'confirming' },
      { do: 'saveApproval', approval: approved.approval },
    ],
  }
}

type At<Name extends ChargeState['at']> = Extract<ChargeState, { at: Name }>

function saving(state: At<'savingApproval'>, input: ChargeInput, context: ChargeContext): ChargeTurn {
  const { approved } = state
  switch (input.type) {
    case 'approvalSaved':
      return {
        state: { at: 'waitingForConfirmation', approved, repeated: false },
        effects: [
          { do: 'sendConfirmation', echo: approved.echo },
          { do: 'wait', ms: context.timings.confirmMs },
        ],
      }
    case 'approvalNotSaved':
      return unconfirmed(approved, 'confirmationRefused', `the till could not keep it: ${input.detail}`)
    default:
      // A line lost now shows again when 002 is sent; a cancel comes too late.
      return stay(state)
  }
}

function confirming(
  state: At<'waitingForConfirmation'>,
  input: ChargeInput,
  context: ChargeContext,
): ChargeTurn {
  const { approved, repeated } = state
  switch (input.type) {
    case 'answer': {
      const answer = readPaymentAnswer(input.message, context.amountMinor)
      if (answer.kind === 'approved') return end({ outcome: 'approved', approval: approved.approval })
      if (answer.kind === 'contradictory') return unconfirmed(approved, 'answersDisagree', answer.detail)
      // 482 and 302: already reversed. Not a decline: the terminal first approved (guide v1.1 §10).
      return unconfirmed(approved, 'confirmationRefused', `response code ${refusalOf(input.message).code}`)
    }
    case 'timeout':
    case 'lineLost': {
      const cause = input.type === 'timeout' ? 'noAnswer' : 'lineLost'
      const detail = input.type === 'timeout' ? 'no answer to the confirmation' : input.detail
      const open = context.nowMs - approved.atMs < context.timings.windowMs
      if (repeated || !open) return unconfirmed(approved, cause, detail)
      return { state: { at: 'comingBack', approved, cause }, effects: [{ do: 'comeBack' }] }
    }
    default:
      return stay(state)
  }
}

function comingBack(state: At<'comingBack'>, input: ChargeInput, context: ChargeContext): ChargeTurn {
  const { approved, cause } = state
  const leftMs = approved.atMs + context.timings.windowMs - context.nowMs
  if (input.type === 'lineGone' || (input.type === 'lineBack' && leftMs <= 0)) {
    return unconfirmed(approved, cause, 'could not confirm in time')
  }
  if (input.type !== 'lineBack') return stay(state)
  return {
    state: { at: 'waitingForConfirmation', approved, repeated: true },
    effects: [
      { do: 'sendConfirmation', echo: approved.echo },
      { do: 'wait', ms: context.timings.confirmMs },
    ],
  }
}

const unconfirmed = (approved: Approved, cause: UnknownCause, detail: string): ChargeTurn =>
  end(unconfirmedOutcome(approved.approval, cause, detail))

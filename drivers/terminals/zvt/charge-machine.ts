import type { DeclineReason, UnknownCause } from '#shared/kernel/attempt.ts'
import { declined, unconfirmed, unknown } from '../outcomes.ts'
import type { ChargeOutcome } from '../terminal.ts'
import type {
  Broken,
  ChargeContext,
  ChargeEffect,
  ChargeInput,
  ChargeState,
  ChargeTurn,
} from './charge-state.ts'
import { disagreement } from './expected.ts'
import type { Message } from './message.ts'
import { approvalOf, refusalOf, type StatusInformation } from './status.ts'
import type { ZvtTimings } from './timings.ts'

/*
 * One command that moves money (06 01, 06 30, 06 31) from the moment it was written, as a pure machine: state and
 * input in, next state and effects out (PA00P015 §2.2). The terminal is master after its reply: it says one thing,
 * the till acknowledges. The acknowledgement of an approving 04 0F is what makes it final (§2.2.8), so it waits for
 * the till's ledger.
 */

/** The first turn: the command is on its way. */
export const chargeStarted = (timings: ZvtTimings): ChargeTurn => ({
  state: { at: 'asked' },
  effects: [{ do: 'wait', ms: timings.replyMs }],
})

/** One turn. Pure; an input that means nothing where the charge stands changes nothing. */
export function chargeTurn(state: ChargeState, input: ChargeInput, context: ChargeContext): ChargeTurn {
  switch (state.at) {
    case 'asked':
      return asked(state, input, context)
    case 'running':
    case 'aborting':
      return running(state, input, context)
    case 'saving':
      return saving(state, input, context)
    case 'finishing':
      return finishing(state, input, context)
    case 'ended':
      return stay(state)
  }
}

const stay = (state: ChargeState): ChargeTurn => ({ state, effects: [] })
const end = (outcome: ChargeOutcome, ...before: readonly ChargeEffect[]): ChargeTurn => ({
  state: { at: 'ended' },
  effects: [...before, { do: 'end', outcome }],
})
const acknowledge: ChargeEffect = { do: 'acknowledge' }

type At<Name extends ChargeState['at']> = Extract<ChargeState, { at: Name }>

function asked(state: At<'asked'>, input: ChargeInput, context: ChargeContext): ChargeTurn {
  const { timings } = context
  switch (input.type) {
    case 'heard':
      if (input.message.type === 'accepted') {
        return {
          state: { at: 'running', refusal: null },
          effects: [
            { do: 'step', step: 'presentCard', text: '' },
            { do: 'wait', ms: timings.commandMs },
          ],
        }
      }
      if (input.message.type !== 'refused') return stay(state)
      if (context.doubtful || context.repeated) {
        return end(
          unknown('answersDisagree', `refused with ${input.message.code}, but perhaps not this command`),
        )
      }
      return end(declined(input.message.code))
    case 'cancelled':
      return abort(null, false, context)
    case 'timeout':
      return end(unknown('noAnswer', 'no reply to the command'))
    case 'lineLost':
      return end(unknown('lineLost', input.detail))
    default:
      return stay(state)
  }
}

const abort = (refusal: DeclineReason | null, accepted: boolean, context: ChargeContext): ChargeTurn => ({
  state: { at: 'aborting', accepted, refusal },
  effects: [
    { do: 'step', step: 'cancelling', text: '' },
    { do: 'sendAbort' },
    { do: 'wait', ms: context.timings.abortMs },
  ],
})

function running(
  state: At<'running'> | At<'aborting'>,
  input: ChargeInput,
  context: ChargeContext,
): ChargeTurn {
  switch (input.type) {
    case 'heard':
      return served(state, input.message, context)
    case 'cancelled':
      return state.at === 'running' ? abort(state.refusal, true, context) : stay(state)
    case 'timeout':
      // The terminal may still wait for a card that nobody wants to be charged any more (card complete: required).
      if (state.at === 'running') return abort(state.refusal, true, context)
      return end(unknown('noAnswer', 'the terminal did not say how it ended'))
    case 'lineLost':
      return end(unknown('lineLost', input.detail))
    default:
      return stay(state)
  }
}

/** What the terminal says while it is master. */
function served(state: At<'running'> | At<'aborting'>, message: Message, context: ChargeContext): ChargeTurn {
  const { timings } = context
  if (state.at === 'aborting' && !state.accepted) {
    if (message.type !== 'accepted') return stay(state)
    return { state: { ...state, accepted: true }, effects: [{ do: 'wait', ms: timings.abortMs }] }
  }
  const usualMs = state.at === 'aborting' ? timings.abortMs : timings.commandMs
  const goOn = (...effects: readonly ChargeEffect[]): ChargeTurn => ({
    state,
    effects: [...effects, { do: 'wait', ms: usualMs }],
  })
  switch (message.type) {
    case 'progress': {
      const { step, text, waitMs } = message
      const shown = step !== null && state.at === 'running'
      return {
        state,
        effects: [
          ...(shown ? [{ do: 'step', step, text } as const] : []),
          acknowledge,
          { do: 'wait', ms: waitMs ?? usualMs },
        ],
      }
    }
    case 'print':
      return goOn(acknowledge)
    case 'status':
      return judged(state, message.status, context)
    case 'other':
      return goOn({ do: 'refuse' })
    case 'completed': {
      const detail = state.refusal === null ? 'completed without a result' : 'refused and yet completed'
      return end(unknown('answersDisagree', detail), acknowledge)
    }
    case 'aborted':
      return failed(state.refusal, message.code, context)
    default:
      // 80 and 84 in here answer our 06 B0, which decides nothing.
      return stay(state)
  }
}

/** 06 1E: the terminal's last word, if it says why. */
function failed(refusal: DeclineReason | null, code: string | null, context: ChargeContext): ChargeTurn {
  if (context.doubtful || code === null || code === '00') {
    return end(
      unknown('answersDisagree', 'ended with an error that could not be read for certain'),
      acknowledge,
    )
  }
  return end({ outcome: 'declined', reason: refusal ?? { code, text: '' } }, acknowledge)
}

/** 04 0F. */
function judged(
  state: At<'running'> | At<'aborting'>,
  status: StatusInformation,
  context: ChargeContext,
): ChargeTurn {
  const { result } = status
  if (result === null) return end(unknown('answersDisagree', 'a status without a result'))
  if (result !== '00') {
    // Not yet the end: only with 06 1E is a refusal certain.
    const waitMs = state.at === 'aborting' ? context.timings.abortMs : context.timings.commandMs
    return {
      state: { ...state, refusal: refusalOf(status, result) },
      effects: [acknowledge, { do: 'wait', ms: waitMs }],
    }
  }
  const wrong = disagreement(status, context.expected)
  // Not acknowledged: what we did not ask for shall not become final.
  if (wrong !== null) return end(unknown('answersDisagree', wrong))
  const approval = approvalOf(status)
  if (state.at === 'aborting') {
    // Cancelled at the till: withheld on purpose, the terminal takes it back by itself or keeps it; its record says
    // which.
    const broken: Broken = {
      cause: 'confirmationRefused',
      detail: 'approved after it was cancelled at the till',
    }
    return { state: { at: 'ended' }, effects: [{ do: 'askFate', approval, broken }] }
  }
  return {
    state: { at: 'saving', approval, bytes: status.bytes, broken: null },
    effects: [
      { do: 'step', step: 'confirming', text: '' },
      { do: 'saveApproval', approval },
    ],
  }
}

function saving(state: At<'saving'>, input: ChargeInput, context: ChargeContext): ChargeTurn {
  const { approval, bytes, broken } = state
  switch (input.type) {
    case 'lineLost':
      return stay({ ...state, broken: { cause: 'lineLost', detail: input.detail } })
    case 'heard': {
      // It would not wait for us, or repeats itself.
      if (input.message.type !== 'aborted') return stay(state)
      const code = input.message.code ?? 'no code'
      return stay({
        ...state,
        broken: { cause: 'confirmationRefused', detail: `given up by the terminal, ${code}` },
      })
    }
    case 'approvalSaved':
      if (broken !== null) return { state: { at: 'ended' }, effects: [{ do: 'askFate', approval, broken }] }
      return {
        state: { at: 'finishing', approval, bytes },
        effects: [acknowledge, { do: 'wait', ms: context.timings.commandMs }],
      }
    case 'approvalNotSaved':
      return end(unconfirmed(approval, 'confirmationRefused', `the till could not keep it: ${input.detail}`))
    default:
      // A cancel comes too late.
      return stay(state)
  }
}

function finishing(state: At<'finishing'>, input: ChargeInput, context: ChargeContext): ChargeTurn {
  const { approval, bytes } = state
  const lost = (cause: UnknownCause, detail: string, ...before: readonly ChargeEffect[]): ChargeTurn => ({
    state: { at: 'ended' },
    effects: [...before, { do: 'askFate', approval, broken: { cause, detail } }],
  })
  switch (input.type) {
    case 'heard': {
      const { message } = input
      const goOn: ChargeTurn = {
        state,
        effects: [acknowledge, { do: 'wait', ms: context.timings.commandMs }],
      }
      if (message.type === 'print' || message.type === 'progress') return goOn
      if (message.type === 'other') return { state, effects: [{ do: 'refuse' }] }
      // The same again: our acknowledgement was lost on the way.
      if (message.type === 'status') return message.status.bytes === bytes ? goOn : stay(state)
      if (message.type === 'completed') return end({ outcome: 'approved', approval }, acknowledge)
      if (message.type !== 'aborted') return stay(state)
      return lost('confirmationRefused', `ended with ${message.code ?? 'an error'}`, acknowledge)
    }
    case 'timeout':
      return lost('noAnswer', 'no completion after the approval')
    case 'lineLost':
      return lost('lineLost', input.detail)
    default:
      return stay(state)
  }
}

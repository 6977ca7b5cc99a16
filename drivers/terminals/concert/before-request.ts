import { declined } from '../outcomes.ts'
import { listen, receive } from './after-request.ts'
import type { Context, Exchange, Input, Notes, Turn } from './exchange.ts'
import { end, send, stay, turn, wait } from './exchange.ts'

/** A terminal that goes on talking about other things for longer than this does not hear us. */
const mostYields = 8

/**
 * Calling the terminal: ENQ until it says ACK, with EOT and a pause between (protocol E+). ENQ is not the request, so
 * repeating it charges nobody, and whatever goes wrong here is certain to have charged nobody, unless an earlier offer
 * was refused by a NAK: then every doubt is left to the terminal's answer.
 */
export function beforeRequest(exchange: Exchange, input: Input, context: Context): Turn {
  const { phase, notes } = exchange
  switch (input.type) {
    case 'cancelled': {
      if (notes.offers === 0) return end(notes, declined('TILL-CANCELLED'), send('EOT'))
      const step = { do: 'step', step: 'cancelling' } as const
      return turn({ ...notes, cancelled: true }, phase, step)
    }
    case 'lineLost':
      return notes.offers === 0
        ? end(notes, declined('TILL-UNREACHABLE', input.detail))
        : turn({ ...notes, lineWent: true }, { at: 'away' }, { do: 'reopen' })
    case 'ENQ':
      if (notes.offers > 0) return receive(notes, context)
      return giveWay(notes, context, 'ACK')
    case 'ACK':
      return phase.at === 'calling' ? acknowledged(notes, context) : uncertain(exchange)
    case 'NAK':
      return phase.at === 'calling'
        ? notReady(notes, context, declined('TILL-BUSY', 'the terminal answers NAK: it is not ready'))
        : uncertain(exchange)
    case 'timeout':
      return phase.at === 'calling'
        ? notReady({ ...notes, certain: false }, context, silent(notes))
        : callAgain(notes, context)
    case 'noise':
      return uncertain({ phase, notes: { ...notes, heardNoise: true } })
    case 'answer':
    case 'damaged':
      if (phase.at !== 'givingWay') return uncertain(exchange)
      // An answer that nobody waits for any more is taken off the terminal, or it would offer nothing else.
      return giveWay(notes, context, input.type === 'answer' ? 'ACK' : 'NAK')
    case 'EOT':
      return phase.at === 'givingWay' ? callAgain(notes, context) : uncertain(exchange)
    default:
      return stay(exchange)
  }
}

export const call = (notes: Notes, { timings }: Context): Turn =>
  turn({ ...notes, calls: notes.calls + 1 }, { at: 'calling' }, send('ENQ'), wait(timings.controlMs))

/** The terminal is ready for the request. */
function acknowledged(notes: Notes, context: Context): Turn {
  const { timings, nowMs } = context
  // Something was said meanwhile that nothing explains: the request may be in there, and is not offered twice.
  if (notes.offers > 0 && !notes.certain) return listen(notes, context, send('EOT'))
  // Ready again after it refused the request: certain that it took none.
  if (notes.cancelled) return end(notes, declined('TILL-CANCELLED'), send('EOT'))
  const first = notes.offers === 0
  const offered = {
    ...notes,
    offers: notes.offers + 1,
    deadlineMs: first ? nowMs + timings.answerMs : notes.deadlineMs,
  }
  const shown = first ? [{ do: 'step', step: 'presentCard' } as const] : []
  return turn(offered, { at: 'offering' }, send('request'), ...shown, wait(timings.controlMs))
}

function notReady(notes: Notes, context: Context, outcome: ReturnType<typeof declined>): Turn {
  // Not ready right after it refused our request: it may have taken it after all, and be busy with it.
  if (notes.offers > 0) return listen(notes, context, send('EOT'))
  if (notes.calls >= context.timings.calls) return end(notes, outcome, send('EOT'))
  return turn(notes, { at: 'resting' }, send('EOT'), wait(context.timings.restartMs))
}

function giveWay(notes: Notes, context: Context, say: 'ACK' | 'NAK'): Turn {
  if (notes.yields >= mostYields) return end(notes, neverOurTurn, send('EOT'))
  const yielded = { ...notes, certain: false, yields: notes.yields + 1 }
  return turn(yielded, { at: 'givingWay' }, send(say), wait(context.timings.controlMs))
}

function callAgain(notes: Notes, context: Context): Turn {
  if (notes.offers > 0 || notes.calls < context.timings.calls) return call(notes, context)
  return end(notes, neverOurTurn, send('EOT'))
}

const neverOurTurn = declined('TILL-BUSY', 'the terminal does not let the till speak')

const silent = (notes: Notes): ReturnType<typeof declined> =>
  notes.heardNoise
    ? declined('TILL-NOANSWER', 'something answers, but not in Concert')
    : declined('TILL-NOANSWER')

const uncertain = ({ phase, notes }: Exchange): Turn => turn({ ...notes, certain: false }, phase)

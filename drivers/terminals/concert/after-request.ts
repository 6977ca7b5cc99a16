import { declined, unknown } from '../outcomes.ts'
import type { ChargeOutcome } from '../terminal.ts'
import type { Verdict } from './answer.ts'
import type { Context, Effect, Exchange, Input, Notes, Turn } from './exchange.ts'
import { doubt, end, send, stay, turn, wait } from './exchange.ts'

/**
 * The request has left: from here only the terminal's answer, matched to it, decides. The request is never sent a
 * second time for want of an ACK; the terminal may be charging already.
 */
export function afterRequest(exchange: Exchange, input: Input, context: Context): Turn {
  const { phase, notes } = exchange
  switch (input.type) {
    case 'ENQ':
      return receive(notes, context)
    case 'answer':
      return answered(input.verdict, exchange, context)
    case 'damaged':
      // The terminal offers it again after EOT and ENQ.
      return listen(notes, context, send('NAK'))
    case 'noise':
      return turn({ ...notes, certain: false, heardNoise: true }, phase)
    case 'cancelled':
      // Concert has no abort: the red key is on the terminal, and its answer still decides.
      return turn({ ...notes, cancelled: true }, phase, { do: 'step', step: 'cancelling' })
    case 'lineLost':
      return turn({ ...notes, lineWent: true }, { at: 'away' }, { do: 'reopen' })
    default:
      if (phase.at === 'offering') return offered(input, exchange, context)
      return input.type === 'timeout' ? waitedOut(exchange, context) : stay(exchange)
  }
}

/** ACK, NAK, EOT or silence behind the request. */
function offered(input: Input, { phase, notes }: Exchange, context: Context): Turn {
  switch (input.type) {
    case 'NAK':
      return refused(notes, context)
    case 'ACK':
    case 'timeout':
    case 'EOT':
      return listen(notes, context, send('EOT'))
    default:
      return stay({ phase, notes })
  }
}

/**
 * NAK: it came over damaged, the terminal wants it again. That is only done while the NAK is certain to be about the
 * request; a request that may have been taken is not offered twice.
 */
function refused(notes: Notes, context: Context): Turn {
  const { timings } = context
  if (!notes.certain) return listen(notes, context, send('EOT'))
  if (notes.offers >= timings.offers) {
    return end(notes, declined('TILL-OTHER', 'the terminal refuses the request with NAK'), send('EOT'))
  }
  return turn(notes, { at: 'resting' }, send('EOT'), wait(timings.restartMs))
}

/** The terminal's turn, until the deadline. */
export function listen(notes: Notes, { nowMs }: Context, ...before: readonly Effect[]): Turn {
  return turn(notes, { at: 'listening' }, ...before, wait(Math.max(0, notes.deadlineMs - nowMs)))
}

/** The terminal has something to say. What began before the deadline may end a little later. */
export function receive(notes: Notes, { timings, nowMs }: Context): Turn {
  const leftMs = notes.deadlineMs + 2 * timings.controlMs - nowMs
  return turn(notes, { at: 'receiving' }, send('ACK'), wait(Math.max(0, Math.min(timings.controlMs, leftMs))))
}

function waitedOut({ phase, notes }: Exchange, context: Context): Turn {
  const over = context.nowMs >= notes.deadlineMs
  if (phase.at === 'receiving' && !over) return listen(notes, context)
  return end(notes, doubt(notes, 'no answer to the request'))
}

function answered(verdict: Verdict, { notes }: Exchange, context: Context): Turn {
  const outcome = decided(verdict, notes)
  if (outcome === null) {
    const heardOthers = notes.heardOthers || verdict.kind === 'notOurs'
    return listen({ ...notes, heardOthers }, context, send('ACK'))
  }
  return turn(notes, { at: 'parting', outcome }, send('ACK'), wait(context.timings.farewellMs))
}

/** On such a line an answer that names no attempt may be of another one. */
const overheard = ({ certain, heardNoise, heardOthers, lineWent }: Notes): boolean =>
  !certain || heardNoise || heardOthers || lineWent

function decided(verdict: Verdict, notes: Notes): ChargeOutcome | null {
  if ('named' in verdict && !verdict.named && overheard(notes)) {
    return unknown('answersDisagree', 'an answer that names no attempt, on a line where more was heard')
  }
  switch (verdict.kind) {
    case 'approved':
      return { outcome: 'approved', approval: verdict.approval }
    case 'declined':
      return { outcome: 'declined', reason: verdict.reason }
    case 'contradictory':
      return unknown('answersDisagree', verdict.detail)
    case 'takenIntoAccount':
    case 'notOurs':
      return null
  }
}

/** The answer is known and acknowledged. If the ACK was lost the terminal says it all again, and gets another. */
export function parting(outcome: ChargeOutcome, exchange: Exchange, input: Input): Turn {
  switch (input.type) {
    case 'ENQ':
    case 'answer':
      return { exchange, effects: [send('ACK')] }
    case 'damaged':
      return { exchange, effects: [send('NAK')] }
    case 'EOT':
    case 'timeout':
    case 'lineLost':
      return end(exchange.notes, outcome)
    default:
      return stay(exchange)
  }
}

/** The line is gone and the request is with the terminal, or is not. */
export function away(exchange: Exchange, input: Input, context: Context): Turn {
  const { phase, notes } = exchange
  switch (input.type) {
    case 'lineBack':
      return listen(notes, context)
    case 'lineGone':
      return end(notes, doubt(notes, input.detail))
    case 'cancelled':
      return turn({ ...notes, cancelled: true }, phase, { do: 'step', step: 'cancelling' })
    default:
      return stay(exchange)
  }
}

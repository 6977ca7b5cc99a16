import { afterRequest, away, parting } from './after-request.ts'
import { beforeRequest, call } from './before-request.ts'
import type { Context, Exchange, Input, Turn } from './exchange.ts'
import { stay } from './exchange.ts'

/** The first turn: the terminal is called. */
export const exchangeStarted = (context: Context): Turn =>
  call(
    {
      calls: 0,
      yields: 0,
      offers: 0,
      certain: true,
      cancelled: false,
      heardNoise: false,
      heardOthers: false,
      lineWent: false,
      deadlineMs: Number.POSITIVE_INFINITY,
    },
    context,
  )

/**
 * One charge or refund as a pure machine: what an input means where it stands. The till calls (ENQ, ACK), offers its
 * request (frame, ACK, EOT) and listens; later the terminal calls, offers its answer and says EOT (protocol E+).
 */
export function exchangeTurn(exchange: Exchange, input: Input, context: Context): Turn {
  const { phase } = exchange
  switch (phase.at) {
    case 'calling':
    case 'resting':
    case 'givingWay':
      return beforeRequest(exchange, input, context)
    case 'offering':
    case 'listening':
    case 'receiving':
      return afterRequest(exchange, input, context)
    case 'parting':
      return parting(phase.outcome, exchange, input)
    case 'away':
      return away(exchange, input, context)
    case 'ended':
      return stay(exchange)
  }
}

import type { EventObject } from 'xstate'
import type { AttemptId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Counter } from './counter.ts'
import { approval } from './fixtures.ts'
import { agree, answer, payCard, payCash, refund, resolve, results, scan } from './shop.ts'

/** Everything that can happen at a small shop's counter, each as one named move. */
export interface Move extends EventObject {
  readonly play: (counter: Counter) => void
}

const pending = (counter: Counter): AttemptId | undefined =>
  counter.state.context.sales.find((sale) => sale.attempt !== null)?.attempt?.attemptId

/** An attempt that was settled as declined: its terminal may still change its mind. */
const declined = (counter: Counter): AttemptId | undefined =>
  counter.state.context.settled.find((settled) => settled.outcome === 'declined')?.attemptId

const says = (type: string, result: Parameters<typeof answer>[1], of = pending): Move => ({
  type,
  play: (counter) => {
    const attemptId = of(counter)
    if (attemptId !== undefined) answer(counter, result, attemptId)
  },
})

export const moves: readonly Move[] = [
  { type: 'open', play: (c) => c.command({ type: 'openShift', cashier: 'amina', float: dirham(0) }) },
  { type: 'close', play: (c) => c.command({ type: 'closeShift', counted: dirham(0) }) },
  { type: 'scan soap', play: (c) => scan(c, 'SOAP') },
  { type: 'scan rug', play: (c) => scan(c, 'RUG') },
  { type: 'agree', play: (c) => agree(c, 1, 903) },
  { type: 'remove', play: (c) => c.command({ type: 'removeLine', line: 1 }) },
  { type: 'cash part', play: (c) => payCash(c, 500) },
  { type: 'cash rest', play: (c) => payCash(c, 1_000_000) },
  { type: 'card part', play: (c) => payCard(c, 300) },
  { type: 'card rest', play: (c) => payCard(c) },
  { type: 'park', play: (c) => c.command({ type: 'park', name: 'a' }) },
  { type: 'resume', play: (c) => c.command({ type: 'resume', name: 'a' }) },
  { type: 'cancel', play: (c) => c.command({ type: 'cancelSale' }) },
  { type: 'refund', play: (c) => refund(c, 1, 1, 1) },
  { type: 'stop charge', play: (c) => c.command({ type: 'cancelAttempt' }) },
  { type: 'ask', play: (c) => c.command({ type: 'askTerminal' }) },
  { type: 'sign approved', play: (c) => resolve(c, 'approved') },
  { type: 'sign declined', play: (c) => resolve(c, 'declined') },
  {
    type: 'terminal holds approval',
    play: (c) => {
      const attemptId = pending(c)
      if (attemptId !== undefined) c.input({ type: 'approvalReceived', attemptId, approval })
    },
  },
  says('terminal approves', results.approved),
  says('terminal declines', results.declined),
  says('terminal is silent', results.silent),
  says('terminal was not confirmed', results.unconfirmed),
  says('late approval', results.approvedAsked, declined),
  { type: 'power cut', play: (c) => c.restart() },
]

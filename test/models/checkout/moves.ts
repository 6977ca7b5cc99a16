import type { EventObject } from 'xstate'
import { attemptOnCounter } from '#shared/checkout/state/ask.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Counter } from './counter.ts'
import { approval, buyer, piece, takenOrder, visitor } from './fixtures.ts'
import { orderStanding } from './marketplace.ts'
import { agree, answer, payCard, payCash, refund, resolve, results, rug, scan } from './shop.ts'

/** Everything that can happen at a small shop's counter, each as one named move. */
export interface Move extends EventObject {
  readonly play: (counter: Counter) => void
}

const pending = ({ state: { context } }: Counter): AttemptId | undefined =>
  (attemptOnCounter(context) ?? context.sales.find((sale) => sale.attempt !== null)?.attempt)?.attemptId

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

const approves = says('terminal approves', results.approved)

const open: Move = {
  type: 'open',
  play: (c) => c.command({ type: 'openShift', cashier: 'amina', float: dirham(0) }),
}
const close: Move = { type: 'close', play: (c) => c.command({ type: 'closeShift', counted: dirham(0) }) }
const scanSoap: Move = { type: 'scan soap', play: (c) => scan(c, 'SOAP') }
const cardRest: Move = { type: 'card rest', play: (c) => payCard(c) }
const cashRest: Move = { type: 'cash rest', play: (c) => payCash(c, 1_000_000) }
const park: Move = { type: 'park', play: (c) => c.command({ type: 'park', name: 'a' }) }

/** What can come of anything the terminal was asked to do. */
const outcomes: readonly Move[] = [
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
  approves,
  says('terminal declines', results.declined),
  says('terminal is silent', results.silent),
  says('terminal was not confirmed', results.unconfirmed),
  says('late approval', results.approvedAsked, declined),
  { type: 'power cut', play: (c) => c.restart() },
]

/** A sale, from the first scan to the money given back in cash. */
export const saleMoves: readonly Move[] = [
  open,
  close,
  scanSoap,
  { type: 'scan rug', play: (c) => scan(c, 'RUG') },
  { type: 'agree', play: (c) => agree(c, 1, 903) },
  { type: 'remove', play: (c) => c.command({ type: 'removeLine', line: 1 }) },
  { type: 'cash part', play: (c) => payCash(c, 500) },
  cashRest,
  { type: 'card part', play: (c) => payCard(c, 300) },
  cardRest,
  park,
  { type: 'resume', play: (c) => c.command({ type: 'resume', name: 'a' }) },
  { type: 'cancel', play: (c) => c.command({ type: 'cancelSale' }) },
  { type: 'refund', play: (c) => refund(c, 1, 1, 1) },
  ...outcomes,
]

const order = takenOrder(
  'o1' as OnlineOrderId,
  [{ sku: rug.sku, name: 'Rug', units: 1, price: dirham(430_000) }],
  { shipping: dirham(5000) },
)
const heard = (counter: Counter): boolean => orderStanding(counter.facts, order.id) !== null
const isOpen = (counter: Counter): boolean => orderStanding(counter.facts, order.id)?.stage === 'open'

/** The rug hangs in the shop and stands on the marketplace. */
export const onlineMoves: readonly Move[] = [
  open,
  close,
  {
    type: 'order of the rug',
    play: (c) => {
      if (!heard(c)) c.hear({ kind: 'onlineOrderTaken', order, state: 'placed' })
    },
  },
  {
    type: 'order is paid',
    play: (c) => {
      if (isOpen(c)) c.hear({ kind: 'onlineOrderMoved', order: order.id, state: 'paid' })
    },
  },
  {
    type: 'order is refunded',
    play: (c) => {
      if (heard(c)) c.hear({ kind: 'onlineOrderMoved', order: order.id, state: 'refunded' })
    },
  },
  {
    type: 'sell the order',
    play: (c) => c.command({ type: 'sellOnlineOrder', order: order.id, move: { to: 'handedOver' } }),
  },
  {
    type: 'nobody answers for the rug',
    play: (c) => c.claims.set('RUG', { standing: 'risk', because: 'silent' }),
  },
  { type: 'the rug is free', play: (c) => c.claims.delete('RUG') },
  { type: 'scan rug', play: (c) => scan(c, 'RUG') },
  cashRest,
  park,
  { type: 'resume', play: (c) => c.command({ type: 'resume', name: 'a' }) },
  { type: 'cancel', play: (c) => c.command({ type: 'cancelSale' }) },
  { type: 'refund online', play: (c) => refund(c, 1, 1, 1, 'online') },
  { type: 'refund', play: (c) => refund(c, 1, 1, 1) },
  { type: 'power cut', play: (c) => c.restart() },
]

/** What is put on paper of what was sold; printers come to an end in every way. */
export const paperMoves: readonly Move[] = [
  { type: 'scan lamps', play: (c) => scan(c, 'LAMP', 2) },
  { type: 'scan rug', play: (c) => scan(c, 'RUG') },
  cardRest,
  approves,
  ...[1, 2].flatMap((ticket): readonly Move[] => [
    {
      type: `invoice ${ticket}`,
      play: (c) => c.command({ type: 'issueInvoice', ticket: ticket as never, buyer }),
    },
    {
      type: `export form ${ticket}`,
      play: (c) => c.command({ type: 'issueExportForm', ticket: ticket as never, visitor }),
    },
    {
      type: `certificate ${ticket}`,
      play: (c) => c.command({ type: 'issueCertificate', ticket: ticket as never, line: 1, piece }),
    },
    { type: `refund ${ticket}`, play: (c) => refund(c, ticket, 1, 1) },
    { type: `reprint ${ticket}`, play: (c) => c.command({ type: 'reprint', ticket: ticket as never }) },
  ]),
  { type: 'void form', play: (c) => c.command({ type: 'voidExportForm', form: 1 }) },
  { type: 'forget visitor', play: (c) => c.command({ type: 'forgetVisitor', form: 1 }) },
  ...(['done', 'notStarted', 'unknown'] as const).map(
    (end): Move => ({
      type: `printer: ${end}`,
      play: (c) => {
        const job = c.jobs().findIndex(({ state }) => state === 'queued')
        if (job >= 0) c.printed.set(job + 1, end)
      },
    }),
  ),
  ...([1, 2, 3] as const).map(
    (job): Move => ({
      type: `print ${job} again`,
      play: (c) => c.command({ type: 'answerPrint', job, answer: 'again' }),
    }),
  ),
]

/** What a terminal is asked to do with no sale open, and a plain sale before, behind and after it. */
export const errandMoves: readonly Move[] = [
  open,
  close,
  scanSoap,
  cardRest,
  cashRest,
  { type: 'cancel', play: (c) => c.command({ type: 'cancelSale' }) },
  { type: 'refund', play: (c) => refund(c, 1, 1, 1) },
  { type: 'refund card', play: (c) => refund(c, 1, 1, 1, 'card') },
  { type: 'void', play: (c) => c.command({ type: 'voidTicket', ticket: 1 as never }) },
  { type: 'test', play: (c) => c.command({ type: 'testTerminal' }) },
  ...outcomes,
]

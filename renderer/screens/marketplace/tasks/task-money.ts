import type { OnlineOrderView, OnlineTaskView } from '#shared/contract/marketplace.ts'
import type { Say } from '../../../i18n/Words.tsx'

/** Where the money of an order with a task is: the first thing said about it. */
export function moneyWords(
  { order, state, ticket }: OnlineOrderView,
  { kind }: OnlineTaskView,
  say: Say,
  money: (minor: number) => string,
): string {
  if (kind === 'odd') return say(state === 'placed' ? 'market.task.money.placed' : 'market.task.money.odd')
  if (kind === 'returned')
    return say('market.task.money.refunded', { amount: money(order.total), ticket: String(ticket ?? '') })
  if (state === 'placed') return say('market.task.money.placed')
  if (state === 'cancelled' || state === 'refunded') return say('market.task.money.cancelled')
  return say('market.task.money.paid', { amount: money(order.total) })
}

import type { ChargeEvent } from './terminal-simulator.ts'

/** How many and how much, centimes. */
export interface Count {
  readonly count: number
  readonly minor: number
}

/** What a terminal's journal says since its last end of day. */
export interface PeriodTotals {
  /** Sales made, also those that were undone since. */
  readonly sales: Count
  /** Sales undone, by the terminal's own number of the sale. */
  readonly voids: Count
  readonly refunds: Count
  /** Numbers of the first and the last of them; `null`: there was none. */
  readonly traces: { readonly first: string; readonly last: string } | null
}

/** What the shop is owed for the period: below zero where more was given back than taken. */
export const netOf = ({ sales, voids, refunds }: PeriodTotals): number =>
  sales.minor - voids.minor - refunds.minor

/** Sums up a journal from behind its last `settled`. What the terminal took back by itself never was. */
export function periodTotals(events: readonly ChargeEvent[]): PeriodTotals {
  const period = events.slice(events.findLastIndex(({ event }) => event === 'settled') + 1)
  const made = new Map<string, ChargeEvent>()
  const voided: ChargeEvent[] = []
  for (const each of period) {
    if (each.event === 'approved' || each.event === 'refunded') made.set(each.trace, each)
    if (each.event === 'reversed') made.delete(each.trace)
    if (each.event === 'voided') voided.push(each)
  }
  const moved = [...made.values()]
  const [first, last] = [moved[0]?.trace, moved.at(-1)?.trace]
  return {
    sales: countOf(moved.filter(({ event }) => event === 'approved')),
    voids: countOf(voided),
    refunds: countOf(moved.filter(({ event }) => event === 'refunded')),
    traces: first === undefined || last === undefined ? null : { first, last },
  }
}

/** As a terminal that miscounts: one sale of 1.00 more. */
export const withOneMore = (totals: PeriodTotals): PeriodTotals => ({
  ...totals,
  sales: { count: totals.sales.count + 1, minor: totals.sales.minor + 100 },
})

const countOf = (events: readonly ChargeEvent[]): Count => ({
  count: events.length,
  minor: events.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
})

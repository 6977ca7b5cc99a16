import { rateOfTotal } from '../cart/line-vat.ts'
import type { Fact } from '../checkout/fact.ts'
import { dirham } from '../money/amount.ts'
import { formatData } from '../money/format.ts'
import { rateName } from '../tax/vat-class.ts'
import type { Tally } from './tally.ts'
import { newTally, tallyFact } from './tally.ts'
import { grossOf, vatTotals } from './ticket-sums.ts'

/** A decimal string of dirhams, two places, `-` where negative. */
type Decimal = string

/** A day in figures, in the form day scripts expect; the chain and the refusals are added by whoever replays. */
export interface DayTotals {
  readonly tickets: number
  readonly refunds: number
  readonly cancelled: number
  readonly gross: Decimal
  readonly discounts: Decimal
  /** By rate descending, exempt last. */
  readonly vat: readonly {
    /** In percent, `20` or `5.5`; `exempt`: outside VAT. */
    readonly rate: string
    readonly net: Decimal
    readonly vat: Decimal
    readonly gross: Decimal
  }[]
  /** By kind. */
  readonly tenders: readonly { readonly kind: string; readonly amount: Decimal }[]
  readonly rounding: Decimal
  /** Of the last closed shift; `null`: none was closed. */
  readonly drawer: {
    readonly float: Decimal
    readonly cash: Decimal
    readonly in: Decimal
    readonly out: Decimal
    readonly expected: Decimal
    readonly counted: Decimal
    readonly difference: Decimal
  } | null
  /** By owner. */
  readonly owners: readonly { readonly owner: string; readonly gross: Decimal; readonly due: Decimal }[]
  /** By sku; every item that was in a ticket of the day. */
  readonly stock: readonly { readonly sku: string; readonly qty: number }[]
  /** Payment attempts by final outcome; one still under way counts as unknown. */
  readonly cards: { readonly approved: number; readonly declined: number; readonly unknown: number }
  /** Test charges of the day that were not undone: card money in no ticket. Absent: none. */
  readonly standingTests?: Decimal
  /** Rows that the counter enqueued; what the till tells a marketplace by itself is no part of a day. */
  readonly outbox: { readonly acquirer: number; readonly marketplace: number }
  readonly grandTotal: Decimal
}

const decimal = (minor: number): Decimal => formatData(dirham(minor))
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const sorted = <V>(map: ReadonlyMap<string, V>): readonly (readonly [string, V])[] =>
  [...map].sort(([a], [b]) => byCodeUnit(a, b))

function cardCounts(attempts: Tally['attempts']): DayTotals['cards'] {
  const outcomes = [...attempts.values()]
  const count = (outcome: string): number => outcomes.filter((each) => each === outcome).length
  return { approved: count('approved'), declined: count('declined'), unknown: count('unknown') }
}

function standingTests({ standing }: Tally['closing']['cards']): Pick<DayTotals, 'standingTests'> {
  if (standing.size === 0) return {}
  return { standingTests: decimal([...standing.values()].reduce((sum, amount) => sum + amount, 0)) }
}

/** Whatever they were agreed to be: here it is one name, one sum. */
function ownersOf({ owners }: Tally['closing']): ReadonlyMap<string, { gross: number; due: number }> {
  const sums = new Map<string, { gross: number; due: number }>()
  for (const { owner, gross, due } of owners.values()) {
    const before = sums.get(owner) ?? { gross: 0, due: 0 }
    sums.set(owner, { gross: before.gross + gross, due: before.due + due })
  }
  return sums
}

/**
 * The totals of a day from the journal's facts alone.
 *
 * @param facts the whole journal in order: stock and the grand total reach back to the till's first day
 * @param since index of the day's first fact; facts before it count only for stock and the grand total
 */
export function dayTotals(facts: Iterable<Fact>, since = 0): DayTotals {
  const tally = newTally()
  let index = 0
  for (const fact of facts) {
    tallyFact(tally, fact, index >= since)
    index += 1
  }
  const { closing } = tally
  const { drawer, sums } = closing
  return {
    tickets: sums.sales.count,
    refunds: sums.refunds.count,
    cancelled: closing.cancelled.count,
    gross: decimal(grossOf(sums)),
    discounts: decimal(sums.discounts),
    vat: vatTotals(sums).map(({ net, vat, gross, ...total }) => ({
      rate: rateName(rateOfTotal(total)),
      net: decimal(net),
      vat: decimal(vat),
      gross: decimal(gross),
    })),
    tenders: sorted(sums.tenders).map(([kind, { amount }]) => ({ kind, amount: decimal(amount) })),
    rounding: decimal(sums.rounding),
    drawer: drawer && {
      float: decimal(drawer.float),
      cash: decimal(drawer.cash),
      in: decimal(drawer.in),
      out: decimal(drawer.out),
      expected: decimal(drawer.expected),
      counted: decimal(drawer.counted),
      difference: decimal(drawer.difference),
    },
    owners: sorted(ownersOf(closing)).map(([owner, { gross, due }]) => ({
      owner,
      gross: decimal(gross),
      due: decimal(due),
    })),
    stock: sorted(tally.touched).map(([sku]) => ({ sku, qty: tally.stock.counts.get(sku) ?? 0 })),
    cards: cardCounts(tally.attempts),
    ...standingTests(closing.cards),
    outbox: { acquirer: tally.acquirer, marketplace: tally.marketplace },
    grandTotal: decimal(tally.grandTotal),
  }
}

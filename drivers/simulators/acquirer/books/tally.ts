import type { Group } from '../wire/host-dialect.ts'

/** What a transaction does to money: a reversal takes one back that is not settled yet. */
export type Kind = 'sale' | 'refund' | 'saleReversal' | 'refundReversal'

export interface Tally {
  readonly count: number
  /** Centimes, ≥ 0. */
  readonly minor: number
}

export type Totals = Readonly<Record<Group, Tally>>

/** One that counts. */
export interface Counting {
  readonly kind: Kind
  readonly minor: number
}

export const groups = ['sales', 'saleReversals', 'refunds', 'refundReversals'] as const

const groupOf: Readonly<Record<Kind, Group>> = {
  sale: 'sales',
  saleReversal: 'saleReversals',
  refund: 'refunds',
  refundReversal: 'refundReversals',
}

/** Each in its own group; integers throughout. */
export function totalsOf(transactions: Iterable<Counting>): Totals {
  const totals: Record<Group, { count: number; minor: number }> = {
    sales: { count: 0, minor: 0 },
    saleReversals: { count: 0, minor: 0 },
    refunds: { count: 0, minor: 0 },
    refundReversals: { count: 0, minor: 0 },
  }
  for (const { kind, minor } of transactions) {
    const tally = totals[groupOf[kind]]
    tally.count += 1
    tally.minor += minor
  }
  return totals
}

/** What is owed to the shop; below zero: what it owes. */
export const netOf = ({ sales, saleReversals, refunds, refundReversals }: Totals): number =>
  sales.minor + refundReversals.minor - saleReversals.minor - refunds.minor

export const countOf = (totals: Totals): number => groups.reduce((sum, group) => sum + totals[group].count, 0)

export const isSame = (one: Totals, other: Totals): boolean =>
  groups.every((group) => one[group].count === other[group].count && one[group].minor === other[group].minor)

/** `sales 17 1234550, refunds 3 45000`: what is not nothing. */
export function inWords(totals: Totals): string {
  const said = groups.flatMap((group) => {
    const { count, minor } = totals[group]
    return count === 0 && minor === 0 ? [] : [`${group} ${count} ${minor}`]
  })
  return said.length === 0 ? 'nothing' : said.join(', ')
}

import type { BusinessDay } from '../kernel/stamp.ts'
import { add, type Dirham, dirham, subtract, zero } from '../money/amount.ts'
import type { StatementLine } from './statement.ts'

/** What lines of a statement come to; Σ gross − Σ fees = net, to the centime. */
export interface StatementSums {
  readonly lines: number
  /** Payments less refunds and reversals, signed. */
  readonly gross: Dirham
  /** What the acquirer keeps, less what it gives back. */
  readonly fees: Dirham
  /** What reaches the account. */
  readonly net: Dirham
  /** Lines that say nothing of a fee. While there are any, `net` is before their fees. */
  readonly withoutFee: number
}

export function sumsOf(lines: readonly StatementLine[]): StatementSums {
  let gross = zero
  let fees = zero
  let withoutFee = 0
  for (const { kind, amount, fee } of lines) {
    gross = kind === 'sale' ? add(gross, amount) : subtract(gross, amount)
    if (fee === null) withoutFee++
    else fees = add(fees, fee)
  }
  return { lines: lines.length, gross, fees, net: subtract(gross, fees), withoutFee }
}

/** What is booked on one day: a bank account shows this one sum. */
export interface ValueDay extends StatementSums {
  /** `null`: the lines do not say when. */
  readonly on: BusinessDay | null
}

/** Sums by the day the money reaches the account, oldest first, lines without one last. */
export function sumsByValueDay(lines: readonly StatementLine[]): readonly ValueDay[] {
  const days = Map.groupBy(lines, (line) => line.valueOn)
  return [...days]
    .map(([on, own]): ValueDay => ({ on, ...sumsOf(own) }))
    .toSorted((a, b) => (a.on ?? '9').localeCompare(b.on ?? '9'))
}

/** One amount with the sign of its direction, for tables: refunds and reversals are money away from the shop. */
export const signedAmount = ({ kind, amount }: Pick<StatementLine, 'kind' | 'amount'>): Dirham =>
  kind === 'sale' ? amount : dirham(-amount)

import type { Amount, Currency } from '#shared/money/amount.ts'
import { formatData } from '#shared/money/format.ts'
import type { Mapping } from './mapping-schema.ts'

/** As the mapping says that money is written. A JSON number has the digits of its decimal text, no more and no less. */
export function moneyOut<C extends Currency>(kind: Mapping['money'], money: Amount<C>): string | number {
  if (kind === 'minor') return money
  return kind === 'number' ? Number(formatData(money)) : formatData(money)
}

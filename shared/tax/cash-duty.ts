import { add, type Dirham, dirham, subtract, zero } from '../money/amount.ts'
import { scale } from '../money/rounding.ts'
import type { DutyInForce } from './tax-in-force.ts'

/** Cash of one ticket so far: all that was kept, and how much of it is duty on top of the price. */
export interface CashSoFar {
  readonly kept: Dirham
  readonly duty: Dirham
}

/** What is due of so much of the price taken in cash, halves of a centime away from zero. */
export const dutyOn = (base: Dirham, { perTenThousand }: Pick<DutyInForce, 'perTenThousand'>): Dirham =>
  scale(base, perTenThousand, 10_000)

/**
 * The duty that comes on top where cash settles the rest of the price. It is worked out for all the cash of a ticket together, so
 * that many small payments owe what one large one does.
 */
export function dutyToSettle(duty: DutyInForce | null, before: CashSoFar, rest: Dirham): Dirham {
  if (duty?.way !== 'added') return zero
  const base = add(subtract(before.kept, before.duty), rest)
  return subtract(dutyOn(base, duty), before.duty)
}

/**
 * The duty within cash that is a part of what would settle the rest: it never settles it by leaving a centime of duty out.
 * @param cash < rest + dutyToSettle(rest)
 */
export function dutyInPart(duty: DutyInForce | null, before: CashSoFar, cash: Dirham, rest: Dirham): Dirham {
  if (duty?.way !== 'added') return zero
  const { perTenThousand } = duty
  const within = scale(add(before.kept, cash), perTenThousand, 10_000 + perTenThousand)
  return dirham(Math.max(0, within - before.duty, cash - rest + 1))
}

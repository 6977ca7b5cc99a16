import type { Dirham } from '../money/amount.ts'
import { add, subtract } from '../money/amount.ts'
import type { DrawerSums } from './closing-figures.ts'

/** What lies in a drawer without anybody looking: its float, the cash of its tickets, what was put in and taken out. */
export type DrawerHeld = Pick<DrawerSums, 'float' | 'cash' | 'in' | 'out'>

/** `float + cash + in − out`. */
const expectedIn = (held: DrawerHeld): Dirham => subtract(add(add(held.float, held.cash), held.in), held.out)

/** @param found `null`: nobody has counted, and what is expected stands for it */
export function drawerSums({ float, cash, in: putIn, out }: DrawerHeld, found: Dirham | null): DrawerSums {
  const expected = expectedIn({ float, cash, in: putIn, out })
  const counted = found ?? expected
  return { float, cash, in: putIn, out, expected, counted, difference: subtract(counted, expected) }
}

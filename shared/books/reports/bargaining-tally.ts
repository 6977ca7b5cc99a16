import type { TicketLine } from '../../cart/ticket.ts'
import { dirham } from '../../money/amount.ts'
import { scale } from '../../money/rounding.ts'
import type { Bargained, BargainedBy } from './bargaining.ts'
import { longestList } from './takings.ts'

/** A running sum, minor units. */
export interface BargainedSum {
  lines: number
  bargained: number
  belowFloor: number
  posted: number
  given: number
}

export const nothingBargained = (): BargainedSum => ({
  lines: 0,
  bargained: 0,
  belowFloor: 0,
  posted: 0,
  given: 0,
})

/** A line of a sale at the counter. */
export function addBargained(sum: BargainedSum, line: TicketLine): void {
  sum.lines += 1
  const { agreed, floor } = line
  if (agreed === null) return
  sum.bargained += 1
  if (floor !== null && agreed.unit < floor) sum.belowFloor += 1
  sum.posted += line.posted * line.quantity
  sum.given += line.discount
}

export function addBargainedAt<K>(map: Map<K, BargainedSum>, key: K, line: TicketLine): void {
  const sum = map.get(key) ?? nothingBargained()
  addBargained(sum, line)
  map.set(key, sum)
}

/** `part` in tenths of a percent of `whole`; 0 of nothing. */
const permilleOf = (part: number, whole: number): number =>
  whole <= 0 ? 0 : scale(dirham(part), 1000, whole)

export const bargainedOf = (sum: BargainedSum): Bargained => ({
  lines: sum.lines,
  bargained: sum.bargained,
  belowFloor: sum.belowFloor,
  posted: dirham(sum.posted),
  given: dirham(sum.given),
  permille: permilleOf(sum.given, sum.posted),
})

/** Most given first, then most lines, then by name. */
export function bargainedBy(
  map: ReadonlyMap<string | null, BargainedSum>,
  longest = longestList,
): BargainedBy {
  const sums = [...map].sort(
    ([a, one], [b, other]) =>
      other.given - one.given || other.lines - one.lines || (String(a) < String(b) ? -1 : 1),
  )
  const rows = sums.slice(0, longest).map(([key, sum]) => ({ key, ...bargainedOf(sum) }))
  const others = sums.slice(longest)
  if (others.length === 0) return { rows, rest: null }
  const rest = nothingBargained()
  for (const [, sum] of others) {
    rest.lines += sum.lines
    rest.bargained += sum.bargained
    rest.belowFloor += sum.belowFloor
    rest.posted += sum.posted
    rest.given += sum.given
  }
  return { rows, rest: { keys: others.length, ...bargainedOf(rest) } }
}

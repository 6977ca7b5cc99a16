/**
 * Shares a width out among columns: as their shares say, except that none is narrower than it must be.
 *
 * @param shares > 0 each. @param least what each needs, in the unit of `total`, whole numbers.
 * @returns whole widths that together are `total`, or `null` if it does not hold what they need.
 */
export function columnWidths(
  shares: readonly number[],
  least: readonly number[],
  total: number,
): readonly number[] | null {
  const needed = least.reduce((sum, each) => sum + each, 0)
  if (shares.length === 0 || needed > total) return null
  // Who would get less than it needs gets just that, and the others share what is left; until nobody is short.
  const fixed = new Set<number>()
  for (;;) {
    const widths = shared(shares, least, total, fixed)
    const short = widths.findIndex((width, i) => !fixed.has(i) && width < (least[i] ?? 0))
    if (short < 0) return whole(widths, total, fixed)
    fixed.add(short)
  }
}

function shared(
  shares: readonly number[],
  least: readonly number[],
  total: number,
  fixed: ReadonlySet<number>,
): readonly number[] {
  let free = total
  let open = 0
  for (const [i, share] of shares.entries()) {
    if (fixed.has(i)) free -= least[i] ?? 0
    else open += share
  }
  return shares.map((share, i) => (fixed.has(i) ? (least[i] ?? 0) : (free * share) / open))
}

/** Whole widths with the same sum: what rounding down left over goes to the first columns that may grow. */
function whole(widths: readonly number[], total: number, fixed: ReadonlySet<number>): readonly number[] {
  const down = widths.map((width) => Math.floor(width + 1e-9))
  let left = total - down.reduce((sum, width) => sum + width, 0)
  const growing = down.map((_, i) => i).filter((i) => fixed.size === down.length || !fixed.has(i))
  for (let i = 0; left > 0; i = (i + 1) % growing.length, left--) {
    const at = growing[i] ?? 0
    down[at] = (down[at] ?? 0) + 1
  }
  return down
}

/** Money of one bar: what is left, and what was given back of what was sold. Minor units. */
export interface BarMoney {
  readonly net: number
  readonly sales: number
  /** ≤ 0. */
  readonly refunds: number
}

/** Room for every bar of a drawing; never empty. */
export const domainOf = (rows: readonly BarMoney[]): { readonly least: number; readonly most: number } => ({
  least: Math.min(0, ...rows.map(({ net }) => net)),
  most: Math.max(1, ...rows.map(({ sales }) => sales)),
})

/** `63.25%`. @param part of `whole` */
export const percentOf = (part: number, whole: number): string =>
  `${Math.round((Math.max(0, part) / whole) * 1_000_000) / 10_000}%`

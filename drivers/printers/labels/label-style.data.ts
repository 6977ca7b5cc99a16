import type { LabelSizeKey } from '#shared/kernel/paper-kinds.ts'

/** What stands how large on a label, mm. Heights of text are the em of the font. */
export interface LabelStyle {
  readonly name: number
  readonly note: number
  readonly price: number
  /** Height of the bars at least; they grow into what the texts leave. */
  readonly bars: number
  /** The figures below them. */
  readonly figures: number
}

export const labelStyles: Readonly<Record<LabelSizeKey, LabelStyle>> = {
  '40x20': { name: 2.4, note: 2.1, price: 3.4, bars: 3.5, figures: 1.8 },
  '50x30': { name: 3.2, note: 2.4, price: 5, bars: 6, figures: 2.4 },
  '58x40': { name: 3.8, note: 2.7, price: 7, bars: 8, figures: 2.7 },
  '100x50': { name: 5.4, note: 3.4, price: 10, bars: 11, figures: 3.2 },
}

/** How one part of a drawing is told from another without colour: whole, or by what it is hatched with. */
export const fills = ['whole', 'slant', 'dots', 'bands', 'grid', 'back'] as const
export type Fill = (typeof fills)[number]

/** The value of `fill`. */
export const fillOf = (fill: Fill): string => (fill === 'whole' ? 'currentColor' : `url(#chart-${fill})`)

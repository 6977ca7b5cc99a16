import type { LabelSizeKey } from '../kernel/paper-kinds.ts'

/** Of the label itself, backing paper not counted. */
export interface LabelMillimetres {
  readonly width: number
  readonly height: number
}

/** A key says its own size: width × height. */
export function labelMillimetres(size: LabelSizeKey): LabelMillimetres {
  const [width, height] = size.split('x')
  return { width: Number(width), height: Number(height) }
}

/** Kept white on each side: labels stand a little askew under the head. */
export const labelMarginMm = 1

/**
 * Narrowest bar that a counter scanner reads for certain. Two dots at 203 dpi; the same at 300 dpi would be 0.17 mm, so
 * there it is three, and those are the wider ones.
 */
export const leastModuleMm = 0.254

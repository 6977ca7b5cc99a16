import type { Colours } from './colours.data.ts'

/** What each drawing receives: its inks, and a small number that picks a pattern where the craft has several. */
export interface Drawing {
  readonly c: Colours
  readonly variant: number
}

/** A lozenge around (x, y), `w` and `h` from the middle to the points. */
export const lozenge = (x: number, y: number, w: number, h: number): string =>
  `M${x} ${y - h}L${x + w} ${y}L${x} ${y + h}L${x - w} ${y}Z`

/** A zigzag of `teeth` teeth from (x, y), each `w` wide and `h` high. */
export function zigzag(x: number, y: number, w: number, h: number, teeth: number): string {
  let path = `M${x} ${y}`
  for (let tooth = 0; tooth < teeth; tooth++) path += `l${w / 2} ${-h}l${w / 2} ${h}`
  return path
}

/** A star of `points` points around (x, y). */
export function star(
  x: number,
  y: number,
  points: number,
  outer: number,
  inner: number,
  turnDeg = 0,
): string {
  const corners: string[] = []
  for (let corner = 0; corner < points * 2; corner++) {
    const angle = ((turnDeg - 90) * Math.PI) / 180 + (corner * Math.PI) / points
    const radius = corner % 2 === 0 ? outer : inner
    const px = Math.round((x + radius * Math.cos(angle)) * 100) / 100
    const py = Math.round((y + radius * Math.sin(angle)) * 100) / 100
    corners.push(`${px} ${py}`)
  }
  return `M${corners.join('L')}Z`
}

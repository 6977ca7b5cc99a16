import type { Face } from './match-faces.ts'

/** Lines and movements as the rules see them; places in two arrays. */
export interface Sides {
  readonly lines: readonly Face[]
  readonly movements: readonly Face[]
  /** Per line: its movement. */
  readonly found: (number | null)[]
  /** Per movement: on an earlier statement, or found for a line of this one. */
  readonly taken: boolean[]
}

/** Places by key, of those that say all that the key is made of. */
export function placesBy(
  faces: readonly Face[],
  isIn: (place: number) => boolean,
  key: (face: Face) => string | null,
): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [place, face] of faces.entries()) {
    if (!isIn(place)) continue
    const name = key(face)
    if (name === null) continue
    const group = places.get(name)
    if (group === undefined) places.set(name, [place])
    else group.push(place)
  }
  return places
}

/** Lines that have no movement yet. */
export const isOpen =
  (sides: Sides) =>
  (line: number): boolean =>
    sides.found[line] === null
/** Movements that no line is of yet. */
export const isFree =
  (sides: Sides) =>
  (movement: number): boolean =>
    sides.taken[movement] === false

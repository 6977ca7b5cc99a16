import { agreeNear, daysAround, type Face, type Feature, keyOf } from './match-faces.ts'
import { isFree, placesBy, type Sides } from './match-sides.ts'
import type { UnmatchedReason } from './statement.ts'

/** Enough to find one that fits where any do; a day of equal amounts is not walked for each of its lines. */
const mostLookedAt = 50

/** Movements that have the same as a line in what the index is by. */
type Index = (face: Face) => readonly number[]

const byNumber = [['authorisation'], ['trace', 'day'], ['tail', 'day'], ['terminal', 'day', 'last4']] as const
const byNumberAndDay = [
  ['authorisation', 'day'],
  ['trace', 'terminal', 'day'],
  ['tail', 'terminal', 'day'],
  ['trace', 'last4', 'day'],
  ['tail', 'last4', 'day'],
] as const

/**
 * Why each line that has no movement has none, for whoever looks at it next.
 * @returns per line; what it says of lines that have theirs is of no use
 */
export function reasonsOf(sides: Sides): readonly (UnmatchedReason | null)[] {
  const free = isFree(sides)
  const taken = (place: number): boolean => !free(place)
  const index = (isIn: typeof free, features: readonly Feature[], amount?: ''): Index => {
    const key = (face: Face) => keyOf(face, features, 'way', amount)
    // Made for the first line that asks: of most statements few lines are left.
    let places: ReadonlyMap<string, readonly number[]> | null = null
    return (face) => {
      const name = key(face)
      if (name === null) return []
      places ??= placesBy(sides.movements, isIn, key)
      return places.get(name) ?? []
    }
  }
  const fits = (face: Face, among: Index): boolean =>
    among(face)
      .slice(0, mostLookedAt)
      .some((place) => agreeNear(face, sides.movements[place] ?? face))
  const fitsNear = (face: Face, among: Index): boolean =>
    face.day !== null && daysAround(face.day).some((day) => fits({ ...face, day }, among))

  const takenByNumber = byNumber.map((features) => index(taken, features))
  const otherAmount = byNumberAndDay.map((features) => index(free, features, ''))
  const otherAmountEver = index(free, ['authorisation'], '')
  const freeNear = index(free, ['day'])
  const takenNear = index(taken, ['day'])
  const freeEver = index(free, [])
  const takenEver = index(taken, [])
  const ofOtherAmount = (face: Face): boolean =>
    face.day === null ? fits(face, otherAmountEver) : otherAmount.some((among) => fitsNear(face, among))
  const near = (face: Face, onDay: Index, ever: Index): boolean =>
    face.day === null ? fits(face, ever) : fitsNear(face, onDay)

  return sides.lines.map((face, at) => {
    if (sides.found[at] !== null) return null
    if (takenByNumber.some((among) => fits(face, among))) return 'paidBefore'
    if (ofOtherAmount(face)) return 'amountDiffers'
    if (near(face, freeNear, freeEver)) return 'several'
    return near(face, takenNear, takenEver) ? 'paidBefore' : 'unknownHere'
  })
}

import {
  agree,
  agreeNear,
  daysAround,
  type Face,
  type Feature,
  faceOfLine,
  faceOfMovement,
  keyOf,
} from './match-faces.ts'
import { isFree, isOpen, placesBy, type Sides } from './match-sides.ts'
import type { CardMovement } from './movement.ts'
import type { MatchedLine, StatementLine } from './statement.ts'
import { reasonsOf } from './why-unmatched.ts'

/** A movement that a line may be of, and whether an earlier statement paid it. */
export interface Payable {
  readonly movement: CardMovement
  readonly paid: boolean
}

/**
 * One way to be certain. Amount and kind are always the same.
 * - `one`: only where exactly one line and one movement are left that fit.
 * - `even`: also where as many lines as movements fit: which is which makes no difference to anybody.
 * - `claims`: also where there are more lines: the first ones have it, and the others say it again.
 */
interface Rule {
  readonly same: readonly Feature[]
  readonly where: 'one' | 'even' | 'claims'
}

/** From the most certain to the least; what one has found is not looked at by the next. */
const rules: readonly Rule[] = [
  { same: ['authorisation', 'trace'], where: 'claims' },
  { same: ['authorisation', 'tail'], where: 'claims' },
  { same: ['authorisation', 'day', 'last4'], where: 'claims' },
  { same: ['authorisation', 'day'], where: 'claims' },
  { same: ['authorisation', 'last4'], where: 'claims' },
  { same: ['authorisation'], where: 'claims' },
  { same: ['trace', 'terminal', 'day'], where: 'claims' },
  { same: ['tail', 'terminal', 'day'], where: 'claims' },
  { same: ['trace', 'day'], where: 'one' },
  { same: ['tail', 'day'], where: 'one' },
  { same: ['trace'], where: 'one' },
  { same: ['tail'], where: 'one' },
  { same: ['terminal', 'day', 'last4'], where: 'even' },
  { same: ['day', 'last4'], where: 'even' },
]

/**
 * Which movement each line is of. No movement has two lines. It makes no difference in which order lines and movements
 * come: numbers and journal entries break ties. O(n log n).
 * @param lines of one statement, each with a number of its own
 * @param payable what may be on it: movements of its days and a little around them
 * @returns in the order of `lines`
 */
export function matchStatement(
  lines: readonly StatementLine[],
  payable: readonly Payable[],
): readonly MatchedLine[] {
  const ordered = lines.toSorted((a, b) => a.line - b.line)
  const movements = payable.toSorted((a, b) => a.movement.seq - b.movement.seq)
  const sides: Sides = {
    lines: ordered.map(faceOfLine),
    movements: movements.map((each) => faceOfMovement(each.movement)),
    found: ordered.map(() => null),
    taken: movements.map((each) => each.paid),
  }
  // What the last resort has found may leave a number that two movements had to one of them.
  for (let open = Number.POSITIVE_INFINITY; openLines(sides) < open; ) {
    open = openLines(sides)
    look(sides)
  }
  const reasons = reasonsOf(sides)
  const results = new Map(
    ordered.map((line, at): [StatementLine, MatchedLine] => {
      const movement = movements[sides.found[at] ?? -1]?.movement.attemptId ?? null
      return [line, { line, movement, reason: movement === null ? (reasons[at] ?? 'unknownHere') : null }]
    }),
  )
  return lines.flatMap((line) => results.get(line) ?? [])
}

const openLines = ({ found }: Sides): number => found.filter((movement) => movement === null).length

/** Once through all rules. */
function look(sides: Sides): void {
  for (const rule of rules) {
    // A statement that has words for kinds is believed first; one that has none knows only ways.
    apply(sides, rule, 'kind')
    apply(sides, rule, 'way')
  }
  applyAlone(sides, 'kind')
  applyAlone(sides, 'way')
}

/** Money to the shop is of one kind only: by its way there is nothing new to find. */
const groupOf = (face: Face, same: readonly Feature[], by: 'kind' | 'way'): string | null =>
  by === 'way' && face.way === 'in' ? null : keyOf(face, same, by)

function apply(sides: Sides, { same, where }: Rule, by: 'kind' | 'way'): void {
  const key = (face: Face) => groupOf(face, same, by)
  const lines = placesBy(sides.lines, isOpen(sides), key)
  if (lines.size === 0) return
  const movements = placesBy(sides.movements, isFree(sides), (face) => {
    const name = key(face)
    return name !== null && lines.has(name) ? name : null
  })
  for (const [name, own] of lines) {
    const theirs = movements.get(name) ?? []
    if (theirs.length === 0) continue
    const alone = own.length === 1 && theirs.length === 1
    const enough = where === 'claims' ? own.length >= theirs.length : own.length === theirs.length
    if (alone || (where !== 'one' && enough && isUniform(sides, own, theirs))) pair(sides, own, theirs, same)
  }
}

/** By day and then by number: the first line has the first movement. */
function pair(
  sides: Sides,
  lines: readonly number[],
  movements: readonly number[],
  same: readonly Feature[],
): void {
  const byDay = (faces: readonly Face[]) => (a: number, b: number) =>
    (faces[a]?.day ?? '').localeCompare(faces[b]?.day ?? '') || a - b
  const own = lines.toSorted(byDay(sides.lines))
  for (const [at, movement] of movements.toSorted(byDay(sides.movements)).entries()) {
    const line = own[at]
    const a = sides.lines[line ?? -1]
    const b = sides.movements[movement]
    if (line === undefined || a === undefined || b === undefined) continue
    // The terminal's number counts up to 999999 and begins again; an authorisation does not.
    if (!(same.includes('authorisation') ? agree(a, b) : agreeNear(a, b))) continue
    sides.found[line] = movement
    sides.taken[movement] = true
  }
}

/** Whether it cannot matter which line has which movement: no two of them tell of different cards or approvals. */
function isUniform(sides: Sides, lines: readonly number[], movements: readonly number[]): boolean {
  const faces = [...lines.map((at) => sides.lines[at]), ...movements.map((at) => sides.movements[at])]
  return (['authorisation', 'last4'] as const).every(
    (feature) =>
      new Set(faces.map((face) => face?.[feature] ?? null).filter((value) => value !== null)).size <= 1,
  )
}

/** The last resort: the amount, on the day or next to it, and neither side has a second one that would do. */
function applyAlone(sides: Sides, by: 'kind' | 'way'): void {
  const key = (face: Face) => groupOf(face, ['day'], by)
  const lines = placesBy(sides.lines, isOpen(sides), key)
  const movements = placesBy(sides.movements, isFree(sides), key)
  const around = (
    face: Face | undefined,
    places: ReadonlyMap<string, readonly number[]>,
  ): readonly number[] =>
    face?.day == null
      ? []
      : daysAround(face.day).flatMap(
          (day) => places.get(groupOf({ ...face, day }, ['day'], by) ?? '')?.slice(0, 2) ?? [],
        )
  for (const [line, face] of sides.lines.entries()) {
    if (sides.found[line] !== null) continue
    const [movement, second] = around(face, movements)
    const other = sides.movements[movement ?? -1]
    if (movement === undefined || second !== undefined || other === undefined) continue
    if (around(other, lines).length > 1 || !agree(face, other)) continue
    sides.found[line] = movement
    sides.taken[movement] = true
  }
}

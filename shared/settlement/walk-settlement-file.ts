import { csvRows } from '../catalogue/import/csv.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { textOfCell } from './file-cells.ts'
import { chainOf, checkOf, headLines, tailLines } from './settlement-file.ts'

/**
 * What is wrong with a settlement file.
 * - `notASettlementFile`, `unknownVersion`: another kind of file, or one of a newer Hanout.
 * - `changedLine`: the line is not as it was written.
 * - `missingLine`: one or more lines before this one are not there, or the file ends too early.
 * - `wrongSum`: the sum does not come of the lines above it, or a line's two amounts differ.
 * - `wrongDigest`: the SHA-256 is not that of all before it.
 * - `strangeKey`: signed, and by none of the keys it was asked for.
 * - `wrongSignature`: whoever wrote this had not the shop's key.
 */
export type FileTroubleCode =
  | 'notASettlementFile'
  | 'unknownVersion'
  | 'changedLine'
  | 'missingLine'
  | 'wrongSum'
  | 'wrongDigest'
  | 'strangeKey'
  | 'wrongSignature'

/** The first thing that is wrong. */
export interface FileTrouble {
  readonly code: FileTroubleCode
  /** From 1, as an editor counts. */
  readonly line: number
  /** A sentence without its full stop. */
  readonly reason: string
}

/** A line that is as it was written: its cells without its name and its check. */
export interface WalkedLine {
  readonly line: number
  readonly cells: readonly string[]
}

export interface WalkedFile {
  readonly head: readonly WalkedLine[]
  readonly movements: readonly WalkedLine[]
  readonly tail: readonly WalkedLine[]
}

export const fileTrouble = (
  code: FileTroubleCode,
  line: number,
  reason: string,
): Result<never, FileTrouble> => err({ code, line, reason })

const frame: readonly string[] = [...headLines, ...tailLines]

/**
 * Walks from the first line to the last before the digest: each must be there, in its place, and as it was written.
 * @param lines without their line ends
 */
export function walkSettlementFile(
  lines: readonly string[],
  sha256: (text: string) => string,
): Result<WalkedFile, FileTrouble> {
  const opening = /^hanout-settlement;(\d+);/.exec(lines[0] ?? '')
  if (opening === null) return fileTrouble('notASettlementFile', 1, 'this is no settlement file of a till')
  const found: WalkedLine[] = []
  const movements: WalkedLine[] = []
  let chain = ''
  for (let line = 1; found.length < frame.length; line++) {
    const text = lines[line - 1] ?? ''
    const cut = text.lastIndexOf(';')
    const body = text.slice(0, Math.max(cut, 0))
    const isMovement = body.startsWith('movement;') && found.length === headLines.length
    const trouble = isMovement
      ? movementOutOfPlace(body, movements.length + 1, line)
      : lineOutOfPlace(body, found.length, line)
    if (trouble !== null) return err(trouble)
    chain = chainOf(chain, body, sha256)
    if (text.slice(cut + 1) !== checkOf(chain)) {
      const lost = found.length === headLines.length && !isMovement && told(lines, line) > movements.length
      return lost
        ? fileTrouble('missingLine', line, `movement ${movements.length + 1} is missing before this line`)
        : fileTrouble('changedLine', line, 'this line is not as it was written')
    }
    const name = isMovement ? 'movement' : (frame[found.length] ?? '')
    const cells = cellsOf(body.slice(name.length + 1))
    if (cells === null) return fileTrouble('changedLine', line, 'this line cannot be read')
    ;(isMovement ? movements : found).push({ line, cells })
  }
  return ok({ head: found.slice(0, headLines.length), movements, tail: found.slice(headLines.length) })
}

/** Numbers count up from 1 without a gap. */
function movementOutOfPlace(body: string, expected: number, line: number): FileTrouble | null {
  const number = Number(/^movement;(\d{1,9});/.exec(body)?.[1])
  if (number === expected) return null
  return number > expected
    ? { code: 'missingLine', line, reason: `movement ${expected} is missing before this line` }
    : {
        code: 'changedLine',
        line,
        reason: `this line does not belong here: movement ${expected} should follow`,
      }
}

function lineOutOfPlace(body: string, at: number, line: number): FileTrouble | null {
  const isOf = (name: string): boolean => body === name || body.startsWith(`${name};`)
  const expected = frame[at] ?? ''
  if (isOf(expected)) return null
  const name = expected.split(';', 1)[0] ?? ''
  if (at === 0)
    return { code: 'unknownVersion', line, reason: 'a newer Hanout wrote this; this one cannot read it' }
  const later = body === '' || /^(sha256|signature)$/.test(body.split(';', 1)[0] ?? '')
  return later || frame.slice(at + 1).some(isOf)
    ? { code: 'missingLine', line, reason: `the line “${name}” is missing before this line` }
    : { code: 'changedLine', line, reason: `this line is not as it was written: “${name}” should stand here` }
}

/** How many movements the file says it has, further down. */
function told(lines: readonly string[], from: number): number {
  const count = lines.slice(from, from + tailLines.length).find((text) => text.startsWith('movements;'))
  return Number(/^movements;(\d{1,9});/.exec(count ?? '')?.[1] ?? 0)
}

function cellsOf(body: string): readonly string[] | null {
  const [row, ...more] = csvRows(body, ';')
  if (row === undefined) return []
  if (!row.ok || more.length > 0) return null
  // One empty cell alone is a blank line to the CSV reader.
  return row.value.length === 0 ? [''] : row.value.map((cell) => textOfCell(cell.text))
}

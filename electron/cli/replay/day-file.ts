import type { Result } from '#shared/kernel/result.ts'
import { err, ok } from '#shared/kernel/result.ts'
import { type DayLine, dayLine } from './day-line.ts'

export interface NumberedLine {
  /** From 1, as an editor counts them. */
  readonly number: number
  /** One sentence on what is wrong, without the line number, where it is malformed. */
  readonly parsed: Result<DayLine, string>
}

/**
 * The lines of a day script, one at a time, so that what stands before a malformed line is played. A byte order
 * mark, CRLF line ends and blank lines are what editors leave behind; they mean nothing.
 */
export function* linesOf(bytes: Uint8Array): Generator<NumberedLine> {
  const text = bytes.subarray(startsWithMark(bytes) ? 3 : 0)
  let start = 0
  for (let number = 1; start < text.length; number += 1) {
    const newline = text.indexOf(0x0a, start)
    const end = newline < 0 ? text.length : newline
    const parsed = parseLine(text.subarray(start, end))
    if (parsed !== null) yield { number, parsed }
    start = end + 1
  }
}

const startsWithMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** `null`: a blank line. */
function parseLine(bytes: Uint8Array): Result<DayLine, string> | null {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    return err('it is not UTF-8 text')
  }
  if (text.trim() === '') return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return err('it is not JSON')
  }
  const result = dayLine.safeParse(value)
  return result.success ? ok(result.data) : err(firstIssue(result.error.issues))
}

function firstIssue(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): string {
  const issue = issues[0]
  if (issue === undefined) return 'it does not fit'
  const where = issue.path.map(String).join('.')
  const what = issue.message.replace(/^Invalid input: /, '').replaceAll('\n', ' ')
  return where === '' ? what : `${where}: ${what}`
}

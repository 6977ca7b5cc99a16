import type { ColumnMap } from '#shared/contract/acquirers.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { StatementTrouble } from '#shared/settlement/statement-columns.ts'
import { wrongKindOfFile } from '#shared/settlement/wrong-kind-of-file.ts'

const utf8Mark = [0xef, 0xbb, 0xbf] as const

/**
 * The text of a statement's bytes, without a byte-order mark. A file that begins with the mark of UTF-8 is UTF-8,
 * whatever its map says; bytes that are not are refused where they stand, and never read as something else.
 */
export function statementText(
  bytes: Uint8Array,
  encoding: ColumnMap['encoding'],
): Result<string, StatementTrouble> {
  const marked = utf8Mark.every((byte, at) => bytes[at] === byte)
  const text = new TextDecoder(marked ? 'utf-8' : encoding).decode(bytes)
  const foreign = marked || encoding === 'utf-8' ? text.indexOf('\ufffd') : -1
  if (foreign < 0) return ok(text)
  const before = text.slice(0, foreign).split(/\r\n|\r|\n/)
  return err({
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    reason:
      wrongKindOfFile(text) ??
      'not UTF-8: set the encoding of this acquirer’s statements to windows-1252 or windows-1256',
  })
}

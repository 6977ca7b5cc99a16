import { FoundInArchive } from './found-wrong.ts'

/**
 * A line of `journal.jsonl`: `{"hash":"…","previousHash":"…","entry":{…}}`, where the text of `entry` is to the byte what
 * the journal hashes behind `previousHash` (see `electron/ledger/chain.ts`). Anyone can recompute it with a text editor and
 * a SHA-256: no canonical form has to be made again.
 */
const hashPrefix = '{"hash":"'
const previousPrefix = '","previousHash":"'
const entryPrefix = '","entry":'
const hashLength = 64

export const entryLine = (previousHash: string, hash: string, entry: string): string =>
  `${hashPrefix}${hash}${previousPrefix}${previousHash}${entryPrefix}${entry}}\n`

/** The text that is hashed: what `entryHash` of the ledger puts together. @param fact its canonical text */
export const entryText = (
  tillId: string,
  at: { readonly seq: number; readonly utcMs: number; readonly offsetMinutes: number; readonly by: string },
  fact: string,
): string =>
  `{"by":${JSON.stringify(at.by)},"fact":${fact},"offsetMinutes":${at.offsetMinutes},"seq":${at.seq},` +
  `"tillId":${JSON.stringify(tillId)},"utcMs":${at.utcMs}}`

const hashAt = hashPrefix.length
const previousAt = hashAt + hashLength + previousPrefix.length
export const entryAt = previousAt + hashLength + entryPrefix.length

/** What a line says before anything of it is believed. Offsets into the file. */
export interface EntryLine {
  readonly hash: string
  readonly previousHash: string
  readonly seq: number
  readonly tillId: string
  /** The text of the entry: [from, to) */
  readonly from: number
  readonly to: number
}

/** The end of an entry: ASCII, at most so long, after whatever the fact says. */
const tailForm =
  /,"offsetMinutes":-?\d{1,4},"seq":([1-9]\d{0,15}),"tillId":"([^"\\]{1,80})","utcMs":\d{1,16}}$/
const longestTail = 200

const constants: readonly (readonly [number, string])[] = [
  [0, hashPrefix],
  [hashAt + hashLength, previousPrefix],
  [previousAt + hashLength, entryPrefix],
]

/**
 * Takes apart the line that begins at `start` and ends before the line break at `end`.
 * @param place its number in the file, 1 = first, for the sentence
 * @throws FoundInArchive `entryMalformed`
 */
export function readEntryLine(bytes: Uint8Array, start: number, end: number, place: number): EntryLine {
  const to = end - 1
  const from = start + entryAt
  const malformed = () => new FoundInArchive('entryMalformed', { file: 'journal.jsonl', at: `line ${place}` })
  if (to <= from || bytes[to] !== 0x7d) throw malformed()
  for (const [offset, text] of constants)
    for (let i = 0; i < text.length; i++)
      if (bytes[start + offset + i] !== text.charCodeAt(i)) throw malformed()
  const tail = tailForm.exec(latin1(bytes, Math.max(from, to - longestTail), to))
  if (tail === null) throw malformed()
  return {
    hash: latin1(bytes, start + hashAt, start + hashAt + hashLength),
    previousHash: latin1(bytes, start + previousAt, start + previousAt + hashLength),
    seq: Number(tail[1]),
    tillId: tail[2] ?? '',
    from,
    to,
  }
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode.apply(null, bytes.subarray(from, to) as unknown as number[])
}

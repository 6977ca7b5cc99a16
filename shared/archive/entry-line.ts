import { FoundInArchive } from './found-wrong.ts'

/**
 * A line of `journal.jsonl`: `{"hash":"…","previousHash":"…","entry":{…}}`, where the text of `entry` is to the byte what
 * the journal hashes behind `previousHash` (see `electron/ledger/chain.ts`). Anyone can recompute it with a text editor and
 * a SHA-256: no canonical form has to be made again.
 */
const hashPrefix = bytesOf('{"hash":"')
const previousPrefix = bytesOf('","previousHash":"')
const entryPrefix = bytesOf('","entry":')
export const hashLength = 64

export const hashAt = hashPrefix.length
export const previousAt = hashAt + hashLength + previousPrefix.length
export const entryAt = previousAt + hashLength + entryPrefix.length

function bytesOf(ascii: string): Uint8Array {
  return Uint8Array.from(ascii, (each) => each.charCodeAt(0))
}

export function latin1(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] as number)
  return text
}

/** Whether these bytes stand at a place. */
export function stands(expected: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return false
  return true
}

const brace = 0x7d
const zero = 0x30
const nine = 0x39

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= zero && byte <= nine

/** The end of an entry: ASCII, at most so long, after whatever the fact says. */
const tailForm =
  /,"offsetMinutes":-?\d{1,4},"seq":([1-9]\d{0,15}),"tillId":"([^"\\]{1,80})","utcMs":\d{1,16}}$/
const longestTail = 200

/** Reads the lines of one till's journal, whose entries follow each other. */
export function entryLines(till: string): {
  /**
   * Sees that the line from `start` to the line break at `end` has the form of a line, and is of entry `seq`.
   * @param place its number in the file, 1 = first, for the sentence
   * @throws FoundInArchive `entryMalformed`, `entryMissing`, `entryElsewhere`
   */
  check(bytes: Uint8Array, start: number, end: number, seq: number, place: number): void
} {
  const tail = bytesOf(`,"tillId":"${till}","utcMs":`)
  const seqPrefix = bytesOf(',"seq":')

  /** As nearly every line is: the tail that is due, read from its end. */
  function asDue(bytes: Uint8Array, to: number, seq: number): boolean {
    let at = to - 2
    while (isDigit(bytes[at])) at -= 1
    at -= tail.length - 1
    if (!stands(tail, bytes, at)) return false
    let left = seq
    for (; left > 0; left = Math.floor(left / 10)) {
      at -= 1
      if (bytes[at] !== zero + (left % 10)) return false
    }
    return stands(seqPrefix, bytes, at - seqPrefix.length)
  }

  return {
    check(bytes, start, end, seq, place) {
      const to = end - 1
      const malformed = () =>
        new FoundInArchive('entryMalformed', { file: 'journal.jsonl', at: `line ${place}` })
      const formed =
        to > start + entryAt &&
        bytes[to] === brace &&
        stands(hashPrefix, bytes, start) &&
        stands(previousPrefix, bytes, start + hashAt + hashLength) &&
        stands(entryPrefix, bytes, start + previousAt + hashLength)
      if (!formed) throw malformed()
      if (asDue(bytes, to, seq)) return
      const found = tailForm.exec(latin1(bytes, Math.max(start + entryAt, to - longestTail), to))
      if (found === null) throw malformed()
      const [, saidSeq = '', saidTill = ''] = found
      const where = { file: 'journal.jsonl', at: `entry ${seq}` }
      if (Number(saidSeq) !== seq) throw new FoundInArchive('entryMissing', { ...where, said: saidSeq })
      throw new FoundInArchive('entryElsewhere', { ...where, said: saidTill, due: till })
    },
  }
}

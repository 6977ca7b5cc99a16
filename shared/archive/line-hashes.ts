import type { ArchiveTools } from './archive-tools.ts'
import { entryAt, hashAt, hashLength, latin1, previousAt } from './entry-line.ts'

/** A line of `journal.jsonl` that does not say the hash of what stands in it. */
export interface WrongHash {
  /** Where it begins. */
  readonly start: number
  /** What it had to say, in lower-case hex. */
  readonly due: string
}

const linesAtOnce = 4000

/**
 * Hashes every line of `journal.jsonl`, and nothing more: whether they are lines at all, and chained, is seen elsewhere.
 * Every line holds all that it is made of, so that this can be done beside the rest. It ends at what is too short for one.
 * @returns the first that is wrong; `null`: none of those before the end
 */
export async function firstWrongHash(
  bytes: Uint8Array,
  { sha256Now, pause }: Pick<ArchiveTools, 'sha256Now' | 'pause'>,
): Promise<WrongHash | null> {
  // `previousHash ‖ entry`, as it is hashed.
  let scratch = new Uint8Array(64 * 1024)
  const due = new Uint8Array(hashLength)
  let line = 0
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start)
    const from = start + entryAt
    const to = end - 1
    if (to <= from) return null
    const length = hashLength + to - from
    if (length > scratch.length) scratch = new Uint8Array(length * 2)
    scratch.set(bytes.subarray(start + previousAt, start + previousAt + hashLength))
    scratch.set(bytes.subarray(from, to), hashLength)
    hexInto(sha256Now(scratch.subarray(0, length)), due)
    if (!sameHash(due, 0, bytes, start + hashAt)) return { start, due: latin1(due, 0, hashLength) }
    start = end + 1
    if (line % linesAtOnce === 0) await pause(start / bytes.length)
  }
  return null
}

/** Whether the same 64 bytes stand at two places. */
export function sameHash(a: Uint8Array, atA: number, b: Uint8Array, atB: number): boolean {
  for (let i = 0; i < hashLength; i++) if (a[atA + i] !== b[atB + i]) return false
  return true
}

const hexDigits = Uint8Array.from('0123456789abcdef', (each) => each.charCodeAt(0))

/** Puts a digest into `into`, in lower-case hex. */
function hexInto(digest: Uint8Array, into: Uint8Array): void {
  for (let i = 0; i < digest.length; i++) {
    const byte = digest[i] as number
    into[2 * i] = hexDigits[byte >> 4] as number
    into[2 * i + 1] = hexDigits[byte & 15] as number
  }
}

import type { ArchiveTools } from './archive-tools.ts'
import { entryAt, entryLines, hashAt, hashLength, latin1, previousAt } from './entry-line.ts'
import { FoundInArchive } from './found-wrong.ts'
import type { Manifest } from './manifest.ts'

/** An entry that the rest of the check wants to read. */
export interface ReadEntry {
  readonly seq: number
  readonly hash: string
  readonly fact: { readonly kind: string } & Readonly<Record<string, unknown>>
}

/** A stretch of a till's journal whose chain holds: what archives are compared by. */
export interface ChainPiece {
  readonly till: string
  readonly first: number
  readonly last: number
  /** Of the entry before `first`. */
  readonly previousHash: string
  /** Hex. @returns `null` outside the stretch */
  hashAt(seq: number): string | null
  /** What the entry says happened. @returns `null` outside the stretch */
  kindAt(seq: number): string | null
}

const wanted = ['saleCompleted', 'refundCompleted', 'periodClosed', 'ledgerRestored'] as const
const patterns = wanted.map((kind) => Uint8Array.from(`"kind":"${kind}"`, (each) => each.charCodeAt(0)))
const linesAtOnce = 4000
const file = 'journal.jsonl'

/**
 * Walks `journal.jsonl`: sequence without gaps, every entry chained to the one before, every hash the hash of what is
 * written, and both ends where the manifest says.
 * @param onEntry is given what tickets, closings and restores say, in order
 * @throws FoundInArchive
 */
export async function walkEntries(
  bytes: Uint8Array,
  manifest: Manifest,
  tools: ArchiveTools,
  onEntry: (entry: ReadEntry) => void,
): Promise<ChainPiece> {
  const { till, entries } = manifest
  const lines = entryLines(till)
  const starts: number[] = []
  let seq = entries.first
  // `previousHash ‖ entry`, as it is hashed. The hash of the line before, or the manifest's, lies in it already.
  let scratch = new Uint8Array(64 * 1024)
  for (let i = 0; i < hashLength; i++) scratch[i] = entries.previousHash.charCodeAt(i)
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start)
    const place = starts.length + 1
    if (end < 0) throw new FoundInArchive('entryMalformed', { file, at: `line ${place}` })
    lines.check(bytes, start, end, seq, place)
    const at = `entry ${seq}`
    const previous = start + previousAt
    if (!same(scratch, 0, bytes, previous))
      throw new FoundInArchive('entryUnchained', {
        file,
        at,
        said: latin1(bytes, previous, previous + hashLength),
        due: latin1(scratch, 0, hashLength),
      })
    const from = start + entryAt
    const to = end - 1
    const length = hashLength + to - from
    if (length > scratch.length) scratch = grown(scratch, length * 2)
    scratch.set(bytes.subarray(from, to), hashLength)
    hexInto(tools.sha256Now(scratch.subarray(0, length)), scratch)
    if (!same(scratch, 0, bytes, start + hashAt))
      throw new FoundInArchive('entryChanged', {
        file,
        at,
        said: latin1(bytes, start + hashAt, start + hashAt + hashLength),
        due: latin1(scratch, 0, hashLength),
      })
    if (mentions(bytes, from, to)) {
      const fact = factOf(bytes.subarray(from, to), seq, tools)
      if ((wanted as readonly string[]).includes(fact.kind))
        onEntry({ seq, hash: latin1(scratch, 0, hashLength), fact })
    }
    starts.push(start)
    seq += 1
    start = end + 1
    if (starts.length % linesAtOnce === 0) await tools.pause(start / bytes.length)
  }
  const due = { count: starts.length, last: seq - 1, hash: latin1(scratch, 0, hashLength) }
  for (const field of ['count', 'last', 'hash'] as const)
    if (entries[field] !== due[field])
      throw new FoundInArchive('edgesWrong', {
        file,
        field,
        said: String(entries[field]),
        due: String(due[field]),
      })
  return pieceOf(bytes, starts, manifest, tools)
}

function pieceOf(
  bytes: Uint8Array,
  starts: readonly number[],
  { till, entries: { first, last, previousHash } }: Manifest,
  tools: ArchiveTools,
): ChainPiece {
  return {
    till,
    first,
    last,
    previousHash,
    hashAt(seq) {
      const start = starts[seq - first]
      return start === undefined ? null : latin1(bytes, start + hashAt, start + hashAt + hashLength)
    },
    kindAt(seq) {
      const start = starts[seq - first]
      if (start === undefined) return null
      const entry = bytes.subarray(start + entryAt, bytes.indexOf(0x0a, start) - 1)
      return factOf(entry, seq, tools).kind
    },
  }
}

function same(a: Uint8Array, atA: number, b: Uint8Array, atB: number): boolean {
  for (let i = 0; i < hashLength; i++) if (a[atA + i] !== b[atB + i]) return false
  return true
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(length)
  more.set(bytes.subarray(0, hashLength))
  return more
}

const hexDigits = Uint8Array.from('0123456789abcdef', (each) => each.charCodeAt(0))

/** Puts a digest at the beginning of `into`, in lower-case hex. */
function hexInto(digest: Uint8Array, into: Uint8Array): void {
  for (let i = 0; i < digest.length; i++) {
    const byte = digest[i] as number
    into[2 * i] = hexDigits[byte >> 4] as number
    into[2 * i + 1] = hexDigits[byte & 15] as number
  }
}

function factOf(entry: Uint8Array, seq: number, tools: ArchiveTools): ReadEntry['fact'] {
  try {
    const { fact } = JSON.parse(tools.text(entry)) as { fact?: ReadEntry['fact'] | null }
    if (fact != null) return fact
  } catch {
    // Told below.
  }
  throw new FoundInArchive('entryMalformed', { file, at: `entry ${seq}` })
}

const letterK = 0x6b

/** Whether one of the kinds that are read is named in an entry; most are passed over without being parsed. */
function mentions(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (bytes[at] !== letterK || bytes[at + 1] !== 0x69 || bytes[at + 5] !== 0x3a) continue
    for (const pattern of patterns) {
      let i = 0
      while (i < pattern.length && bytes[at - 1 + i] === pattern[i]) i += 1
      if (i === pattern.length) return true
    }
  }
  return false
}

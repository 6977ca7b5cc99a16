import type { ArchiveTools } from './archive-tools.ts'
import { entryAt, entryLines, hashAt, hashLength, latin1, previousAt, stands } from './entry-line.ts'
import { FoundInArchive } from './found-wrong.ts'
import { firstWrongHash, sameHash } from './line-hashes.ts'
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
const kindPrefix = ascii('"kind":"')
const kinds = wanted.map((kind) => ascii(`${kind}"`))
const linesAtOnce = 4000
const file = 'journal.jsonl'
/** How much of the walk the hashing is, where it is not done beside it; only for what is told on the way. */
const hashingShare = 0.4

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (each) => each.charCodeAt(0))
}

/**
 * Walks `journal.jsonl`: sequence without gaps, every entry chained to the one before, every hash the hash of what is
 * written, and both ends where the manifest says. The first wrong thing in the order of the journal is told, wherever its
 * lines are hashed; `onEntry` may have been given entries behind a wrong one before that is told.
 * @param onEntry is given what tickets, closings and restores say, in order
 * @throws FoundInArchive
 */
export async function walkEntries(
  bytes: Uint8Array,
  manifest: Manifest,
  tools: ArchiveTools,
  onEntry: (entry: ReadEntry) => void,
): Promise<ChainPiece> {
  const beside = tools.firstWrongHash?.(bytes) ?? null
  let told = 0
  const tell = (done: number): Promise<void> => {
    told = Math.max(told, done)
    return tools.pause(told)
  }
  const hashedHere = () => firstWrongHash(bytes, { ...tools, pause: (done) => tell(done * hashingShare) })
  const hashed = beside === null ? await hashedHere() : beside.catch(hashedHere)
  const before = beside === null ? hashingShare : 0

  const starts: number[] = []
  let stopped: { readonly by: unknown } | null = null
  try {
    await walkLines(bytes, manifest, tools, starts, onEntry, (done) => tell(before + done * (1 - before)))
  } catch (error) {
    stopped = { by: error }
  }
  const wrong = await hashed
  // What begins where the walk saw no line is no line: that was told.
  const line = wrong === null ? -1 : starts.indexOf(wrong.start)
  if (wrong !== null && line >= 0)
    throw new FoundInArchive('entryChanged', {
      file,
      at: `entry ${manifest.entries.first + line}`,
      said: latin1(bytes, wrong.start + hashAt, wrong.start + hashAt + hashLength),
      due: wrong.due,
    })
  if (stopped !== null) throw stopped.by
  compareEdges(bytes, manifest, starts)
  return pieceOf(bytes, starts, manifest, tools)
}

/** All but the hashing. @param starts is given where every line begins that is one, and is chained to the one before */
async function walkLines(
  bytes: Uint8Array,
  { till, entries }: Manifest,
  tools: ArchiveTools,
  starts: number[],
  onEntry: (entry: ReadEntry) => void,
  pause: (done: number) => Promise<void>,
): Promise<void> {
  const lines = entryLines(till)
  let seq = entries.first
  // Where the hash of the line before stands: at first in the manifest.
  let above: Uint8Array = ascii(entries.previousHash)
  let aboveAt = 0
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start)
    const place = starts.length + 1
    if (end < 0) throw new FoundInArchive('entryMalformed', { file, at: `line ${place}` })
    lines.check(bytes, start, end, seq, place)
    const previous = start + previousAt
    if (!sameHash(above, aboveAt, bytes, previous))
      throw new FoundInArchive('entryUnchained', {
        file,
        at: `entry ${seq}`,
        said: latin1(bytes, previous, previous + hashLength),
        due: latin1(above, aboveAt, aboveAt + hashLength),
      })
    starts.push(start)
    above = bytes
    aboveAt = start + hashAt
    if (mentions(bytes, start + entryAt, end - 1)) {
      const fact = factOf(bytes.subarray(start + entryAt, end - 1), seq, tools)
      if ((wanted as readonly string[]).includes(fact.kind))
        onEntry({ seq, hash: latin1(above, aboveAt, aboveAt + hashLength), fact })
    }
    seq += 1
    start = end + 1
    if (starts.length % linesAtOnce === 0) await pause(start / bytes.length)
  }
}

function compareEdges(bytes: Uint8Array, { entries }: Manifest, starts: readonly number[]): void {
  const end = starts.at(-1)
  const hash =
    end === undefined ? entries.previousHash : latin1(bytes, end + hashAt, end + hashAt + hashLength)
  const due = { count: starts.length, last: entries.first + starts.length - 1, hash }
  for (const field of ['count', 'last', 'hash'] as const)
    if (entries[field] !== due[field])
      throw new FoundInArchive('edgesWrong', {
        file,
        field,
        said: String(entries[field]),
        due: String(due[field]),
      })
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

function factOf(entry: Uint8Array, seq: number, tools: ArchiveTools): ReadEntry['fact'] {
  try {
    const { fact } = JSON.parse(tools.text(entry)) as { fact?: ReadEntry['fact'] | null }
    if (fact != null) return fact
  } catch {
    // Told below.
  }
  throw new FoundInArchive('entryMalformed', { file, at: `entry ${seq}` })
}

const quote = 0x22
const colon = 0x3a
/** By the byte where `"kind":"` could end: how much further it can end next (Horspool's table). */
const strides = new Uint8Array(256).fill(kindPrefix.length)
for (const [index, byte] of kindPrefix.subarray(0, -1).entries())
  strides[byte] = kindPrefix.length - 1 - index

/** Whether one of the kinds that are read is named in an entry; most are passed over without being parsed. */
function mentions(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from + kindPrefix.length - 1; at < to; ) {
    const byte = bytes[at] as number
    if (byte === quote && bytes[at - 1] === colon && stands(kindPrefix, bytes, at + 1 - kindPrefix.length))
      for (const kind of kinds) if (stands(kind, bytes, at + 1)) return true
    at += strides[byte] as number
  }
  return false
}

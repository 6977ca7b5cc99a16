import type { ArchiveTools } from './archive-tools.ts'
import { readEntryLine } from './entry-line.ts'
import { FoundInArchive } from './found-wrong.ts'
import type { Manifest } from './manifest.ts'

/** An entry that the rest of the check wants to read. */
export interface ReadEntry {
  readonly seq: number
  readonly hash: string
  readonly fact: { readonly kind: string } & Readonly<Record<string, unknown>>
}

/** Hashes of a stretch of a till's journal: what two archives are compared by. */
export interface ChainPiece {
  readonly till: string
  readonly first: number
  readonly previousHash: string
  /** Of entry `first`, and on. */
  readonly hashes: readonly string[]
}

const wanted = ['saleCompleted', 'refundCompleted', 'periodClosed', 'ledgerRestored'] as const
const patterns = wanted.map((kind) => Uint8Array.from(`"kind":"${kind}"`, (each) => each.charCodeAt(0)))
const linesAtOnce = 2000

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
  const file = 'journal.jsonl'
  const { till, entries } = manifest
  const hashes: string[] = []
  let previous = entries.previousHash
  let seq = entries.first
  let start = 0
  let scratch = new Uint8Array(64 * 1024)
  while (start < bytes.length) {
    const end = bytes.indexOf(0x0a, start)
    if (end < 0) throw new FoundInArchive('entryMalformed', { file, at: `line ${hashes.length + 1}` })
    const line = readEntryLine(bytes, start, end, hashes.length + 1)
    const at = `entry ${seq}`
    if (line.seq !== seq) throw new FoundInArchive('entryMissing', { file, at, said: String(line.seq) })
    if (line.tillId !== till)
      throw new FoundInArchive('entryElsewhere', { file, at, said: line.tillId, due: till })
    if (line.previousHash !== previous)
      throw new FoundInArchive('entryUnchained', { file, at, said: line.previousHash, due: previous })
    const length = 64 + line.to - line.from
    if (length > scratch.length) scratch = new Uint8Array(length * 2)
    for (let i = 0; i < 64; i++) scratch[i] = previous.charCodeAt(i)
    scratch.set(bytes.subarray(line.from, line.to), 64)
    const due = tools.sha256Now(scratch.subarray(0, length))
    if (line.hash !== due) throw new FoundInArchive('entryChanged', { file, at, said: line.hash, due })
    if (mentions(bytes, line.from, line.to)) readInto(onEntry, bytes, line, tools)
    hashes.push(due)
    previous = due
    seq += 1
    start = end + 1
    if (hashes.length % linesAtOnce === 0) await tools.pause(start / bytes.length)
  }
  const edges: readonly (readonly [string, string | number, string | number])[] = [
    ['count', hashes.length, entries.count],
    ['last', seq - 1, entries.last],
    ['hash', previous, entries.hash],
  ]
  for (const [field, due, said] of edges)
    if (said !== due)
      throw new FoundInArchive('edgesWrong', { file, field, said: String(said), due: String(due) })
  return { till, first: entries.first, previousHash: entries.previousHash, hashes }
}

function readInto(
  onEntry: (entry: ReadEntry) => void,
  bytes: Uint8Array,
  { from, to, seq, hash }: { from: number; to: number; seq: number; hash: string },
  tools: ArchiveTools,
): void {
  let entry: { readonly fact?: unknown }
  try {
    entry = JSON.parse(tools.text(bytes.subarray(from, to))) as { fact?: unknown }
  } catch {
    throw new FoundInArchive('entryMalformed', { file: 'journal.jsonl', at: `entry ${seq}` })
  }
  const fact = entry.fact as ReadEntry['fact'] | null | undefined
  if (fact != null && (wanted as readonly string[]).includes(fact.kind)) onEntry({ seq, hash, fact })
}

/** Whether one of the kinds that are read is named in an entry; most are passed over without being parsed. */
function mentions(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = bytes.indexOf(0x6b, from); at >= 0 && at < to; at = bytes.indexOf(0x6b, at + 1))
    if (patterns.some((pattern) => pattern.every((byte, i) => bytes[at - 1 + i] === byte))) return true
  return false
}

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { openReadOnly } from '#electron/ledger/open.ts'
import { type Chain, type ChainConflict, compareChains } from '#shared/archive/compare-chains.ts'
import type { Manifest } from '#shared/archive/manifest.ts'
import { type ArchiveVerdict, verifyArchive } from '#shared/archive/verify-archive.ts'
import { en } from '#shared/i18n/archive/en.ts'
import type { ArchiveFinding } from '#shared/kernel/archive-findings.ts'
import { keyFingerprint } from '#shared/receipt/key-fingerprint.ts'
import { nodeTools } from './archive-tools.ts'
import { publicKeyOf } from './public-key.ts'
import { sentenceOf } from './sentence.ts'

export interface ArchiveCheckArguments {
  readonly files: readonly string[]
  /** The shop's public key, or a file that holds it; `null`: whoever signed, for a person to compare. */
  readonly key: string | null
  /** A till's folder whose ledger has to agree with them; `null`: they are compared with each other alone. */
  readonly data: string | null
}

type Say = (line: string) => void

/**
 * Checks archives one by one, then whether they and the ledger tell one history of each till.
 * @returns 0: whole, and of one history; 1: one is not, and the first wrong thing was named; 2: one cannot be read
 */
export async function runArchiveCheck(
  { files, key, data }: ArchiveCheckArguments,
  say: Say,
): Promise<number> {
  const due = key === null ? null : publicKeyOf(key, say)
  if (key !== null && due === null) return 2
  const chains: Chain[] = []
  const manifests: Manifest[] = []
  let worst = 0
  for (const file of files) {
    const bytes = bytesOf(file, say)
    if (bytes === null) {
      worst = 2
      continue
    }
    const verdict = await verifyArchive(bytes, nodeTools, { key: due })
    for (const line of sentencesOf(basename(file), verdict)) say(line)
    if (verdict.finding?.code === 'notAnArchive' || verdict.finding?.code === 'newerFormat') worst = 2
    else if (verdict.finding !== null) worst = Math.max(worst, 1)
    if (verdict.chain !== null) chains.push({ ...verdict.chain, name: basename(file) })
    if (verdict.finding === null && verdict.manifest !== null) manifests.push(verdict.manifest)
  }
  for (const line of missingTickets(manifests)) say(line)
  const conflict = compared(chains, data)
  if (conflict === null) return worst
  say(conflictSentence(conflict))
  return Math.max(worst, 1)
}

function bytesOf(file: string, say: Say): Uint8Array | null {
  try {
    return readFileSync(file)
  } catch (error) {
    say(`${file} cannot be read: ${sentenceOf(error)}`)
    return null
  }
}

function* sentencesOf(name: string, verdict: ArchiveVerdict): Generator<string> {
  const { finding, manifest, unsignedClosings } = verdict
  if (finding !== null || manifest === null) {
    yield `${name} is not whole: ${finding === null ? '' : findingSentence(finding)}`
    return
  }
  const { till, month, complete, entries, tickets, closings, key } = manifest
  const numbers = tickets === null ? 'no tickets' : `tickets ${tickets.first}–${tickets.last}`
  yield `${name} is whole: till ${till}, ${complete ? '' : 'a part of '}${month}, entries ${entries.first}–${entries.last}, ` +
    `${numbers}, ${closings} closings; signed by key ${key === null ? '?' : keyFingerprint(key)}.`
  if (unsignedClosings > 0)
    yield `${name}: ${unsignedClosings} of its closings have no signature of their own: the till had no key it could use.`
}

function findingSentence({ code, file, at, field, said, due }: ArchiveFinding): string {
  const sentence = en.findings[code]
    .replace('{file}', file)
    .replace('{said}', said)
    .replace('{due}', due)
    .replace(/\.$/, '')
  const where = [en.findings[code].includes('{file}') ? '' : file, at, field].filter((each) => each !== '')
  const values = [said === '' ? '' : `it says ${said}`, due === '' ? '' : `it should be ${due}`].filter(
    (each) => each !== '',
  )
  return `${[sentence, ...where].join(', ')}${values.length === 0 ? '' : `: ${values.join(', ')}`}.`
}

/** Tickets between the archives of a till that are in none of them: a month that was not handed over. */
function* missingTickets(manifests: readonly Manifest[]): Generator<string> {
  const inOrder = manifests.toSorted((a, b) => a.entries.first - b.entries.first)
  for (const [index, { till, tickets }] of inOrder.entries()) {
    const next = inOrder.slice(index + 1).find((other) => other.till === till && other.tickets !== null)
    if (tickets === null || next?.tickets == null) continue
    const from = tickets.last + 1
    const to = next.tickets.first - 1
    if (from <= to) yield `Tickets ${from}–${to} of till ${till} are in none of these archives.`
  }
}

function compared(chains: readonly Chain[], data: string | null): ChainConflict | null {
  if (data === null) return compareChains(chains, null)
  const ledger = openReadOnly(data)
  try {
    const entryAt = (seq: number) => {
      for (const entry of ledger.entriesAfter(seq - 1)) return entry.seq === seq ? entry : null
      return null
    }
    const whole: Chain = {
      name: 'the ledger',
      till: ledger.tillId,
      first: 1,
      last: ledger.head()?.seq ?? 0,
      previousHash: '0'.repeat(64),
      hashAt: (seq) => entryAt(seq)?.hash ?? null,
      kindAt: (seq) => entryAt(seq)?.fact.kind ?? null,
    }
    return compareChains(chains, whole)
  } finally {
    ledger.close()
  }
}

function conflictSentence(conflict: ChainConflict): string {
  const [one, other] = conflict.names
  if (conflict.kind === 'shorter')
    return `Till ${conflict.till}: ${one} has entries from ${conflict.seq} on that ${other} has lost.`
  const { till, seq, hashes, restored } = conflict
  const why = restored === null ? '' : ` ${restored} was brought back from a backup there.`
  return (
    `Till ${till} has forked: from entry ${seq} on, ${one} (${hashes[0].slice(0, 12)}…) and ${other} ` +
    `(${hashes[1].slice(0, 12)}…) tell different histories.${why}`
  )
}

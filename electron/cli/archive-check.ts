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
  const checked: Checked[] = []
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
    if (verdict.finding === null && verdict.manifest !== null)
      checked.push({ name: basename(file), manifest: verdict.manifest })
  }
  for (const { sentence, wrong } of holesBetween(checked)) {
    say(sentence)
    if (wrong) worst = Math.max(worst, 1)
  }
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

interface Hole {
  readonly sentence: string
  /** Whether no honest till leaves such a hole; else an archive was not handed over. */
  readonly wrong: boolean
}

interface Checked {
  readonly name: string
  readonly manifest: Manifest
}

/** Every entry of a till is in the archive of one month: what lies between two archives is in another, or nowhere. */
function* holesBetween(checked: readonly Checked[]): Generator<Hole> {
  const inOrder = checked.toSorted((a, b) => a.manifest.entries.first - b.manifest.entries.first)
  for (const [index, one] of inOrder.entries()) {
    const { till, entries, complete, month } = one.manifest
    const next = inOrder.slice(index + 1).find(({ manifest }) => manifest.till === till)
    if (next === undefined) continue
    const from = entries.last + 1
    const to = next.manifest.entries.first - 1
    if (from > to) continue
    const wrong = complete && next.manifest.month === monthAfter(month)
    yield {
      wrong,
      sentence: wrong
        ? `Till ${till} has forked: ${next.name} does not begin where ${one.name} ends, with entry ${from}.`
        : `Entries ${from}–${to} of till ${till}${ticketsBetween(one.manifest, next.manifest)} are in none of these archives.`,
    }
  }
}

function ticketsBetween({ tickets: before }: Manifest, { tickets: after }: Manifest): string {
  if (before === null || after === null || before.last + 1 >= after.first) return ''
  return ` (tickets ${before.last + 1}–${after.first - 1})`
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
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

import { entryHash, factText, genesis } from '#electron/ledger/chain.ts'
import type { JournalEntry } from '#electron/ledger/handles.ts'
import { holds } from '#electron/platform/shop-key.ts'
import type { Seq, TillId } from '#shared/kernel/ids.ts'
import { type Meaning, meaningOf } from './ticket-rows.ts'

/** Entries of one till's journal, in order, as its ledger has them. */
export interface JournalPart {
  readonly till: TillId
  /** [1, mostEntries] */
  readonly entries: readonly JournalEntry[]
  /** The shop key's signature (base64url) over `sealText` of the last entry; `null`: its key is not in them yet. */
  readonly seal: string | null
}

/** Most entries in one part: some hundred kilobytes. */
export const mostEntries = 500

/** Where a till's journal ends in the shop's database. */
export interface StoredHead {
  readonly seq: Seq
  readonly hash: string
  /** With which the till signs from now on; `null`: it has told of none. */
  readonly publicKey: string | null
  /** Up to here a signature vouches for it; 0: nothing. */
  readonly sealedSeq: number
  /** Of the newest ticket; 0: none yet. */
  readonly lastTicket: number
  /** The latest that any entry was dated: a till’s clock may be put back, and what it does then is later all the same. */
  readonly latestMs: number
}

export type Arrival =
  /** `added` 0: all of it was there. */
  | { readonly end: 'stored'; readonly head: StoredHead; readonly added: number }
  /** What is between is missing: `head` is where to go on. `null`: from the first entry. */
  | { readonly end: 'gap'; readonly head: StoredHead | null }
  /** Another entry is stored under this number: two ledgers call themselves one till. */
  | { readonly end: 'fork'; readonly seq: Seq }
  /** Not what a till writes. */
  | { readonly end: 'refused'; readonly code: ArrivalTrouble; readonly seq: Seq | null }

export type ArrivalTrouble =
  | 'empty'
  | 'tooMany'
  | 'notInOrder'
  | 'brokenHash'
  | 'otherTill'
  | 'badSeal'
  | 'ticketOutOfOrder'
  | 'malformed'

/**
 * What a till signs: its newest hash vouches for every entry before it, so one signature a part is enough. The first words
 * keep it apart from every paper that the same key signs.
 */
export const sealText = (till: TillId, seq: Seq, hash: string): string =>
  `hanout journal 1\n${till}\n${seq}\n${hash}`

/** An entry that was checked, with the text its hash is over. */
export interface CheckedEntry extends JournalEntry {
  readonly body: string
}

/** What is stored already of the numbers that a part covers. */
export interface Stored {
  readonly head: StoredHead | null
  /** Hashes by number, of every entry of the part that is not after the head. */
  readonly hashes: ReadonlyMap<Seq, string>
}

export type Judged =
  | {
      readonly end: 'new'
      readonly entries: readonly CheckedEntry[]
      readonly meaning: Meaning
      readonly head: StoredHead
    }
  | { readonly end: 'fork'; readonly seq: Seq; readonly stored: string; readonly offered: CheckedEntry }
  | Exclude<Arrival, { readonly end: 'fork' }>

/** Whether a part is whole in itself: in order, chained, and every hash the hash of what it says. */
export function checkPart({ till, entries }: JournalPart): readonly CheckedEntry[] | Arrival {
  const refused = (code: ArrivalTrouble, seq: Seq | null): Arrival => ({ end: 'refused', code, seq })
  const [first] = entries
  if (first === undefined) return refused('empty', null)
  if (entries.length > mostEntries) return refused('tooMany', null)
  if (first.seq === 1 && (first.fact.kind !== 'tillCreated' || first.fact.tillId !== till))
    return refused('otherTill', first.seq)
  const checked: CheckedEntry[] = []
  let before = first.seq === 1 ? genesis : first.previousHash
  for (const entry of entries) {
    const { seq, at, by, previousHash } = entry
    if (seq !== first.seq + checked.length || previousHash !== before) return refused('notInOrder', seq)
    const body = textOf(entry)
    if (body === null) return refused('malformed', seq)
    before = entryHash(before, till, seq, at.utcMs, at.offsetMinutes, by, body)
    if (entry.hash !== before) return refused('brokenHash', seq)
    checked.push({ ...entry, body })
  }
  return checked
}

/** @returns `null` for what JSON cannot say */
function textOf({ fact }: JournalEntry): string | null {
  try {
    return factText(fact)
  } catch {
    return null
  }
}

/** Judges a part that is whole in itself against what is stored. */
export function judgePart(part: JournalPart, checked: readonly CheckedEntry[], stored: Stored): Judged {
  const { head, hashes } = stored
  const [first] = checked
  const last = checked.at(-1)
  if (first === undefined || last === undefined) return { end: 'refused', code: 'empty', seq: null }
  if (first.seq > (head?.seq ?? 0) + 1) return { end: 'gap', head }
  for (const offered of checked) {
    const there = hashes.get(offered.seq)
    if (there !== undefined && there !== offered.hash)
      return { end: 'fork', seq: offered.seq, stored: there, offered }
  }
  // It follows the newest entry by its number and another one by its hash: the other one has the number of the newest.
  if (head !== null && first.seq === head.seq + 1 && first.previousHash !== head.hash)
    return { end: 'fork', seq: head.seq, stored: head.hash, offered: first }

  const entries = checked.filter(({ seq }) => seq > (head?.seq ?? 0))
  if (entries.length === 0 && head !== null) return { end: 'stored', head, added: 0 }
  const latestMs = head?.latestMs ?? 0
  const meaning = meaningOrNull(part.till, entries, latestMs)
  if (meaning === null) return { end: 'refused', code: 'malformed', seq: first.seq }
  const numbered = numberedOn(head?.lastTicket ?? 0, entries, meaning)
  if ('astray' in numbered) return { end: 'refused', code: 'ticketOutOfOrder', seq: numbered.astray }

  const publicKey = keyAfter(entries) ?? head?.publicKey ?? null
  const { seq, hash } = last
  if (part.seal !== null && !isSealed(part, last, publicKey)) return { end: 'refused', code: 'badSeal', seq }
  const sealedSeq = part.seal === null ? (head?.sealedSeq ?? 0) : seq
  return {
    end: 'new',
    entries,
    meaning,
    head: {
      ...{ seq, hash, publicKey, sealedSeq },
      lastTicket: numbered.last,
      latestMs: Math.max(latestMs, ...entries.map(({ at }) => at.utcMs)),
    },
  }
}

/**
 * Tickets are numbered without a hole, but for the one that a till tells of that was brought back from a backup.
 * @returns the newest number, or the entry of the first ticket that has another than its own
 */
function numberedOn(
  before: number,
  entries: readonly CheckedEntry[],
  { tickets }: Meaning,
): { readonly last: number } | { readonly astray: Seq } {
  const numbers = new Map(tickets.map(({ seq, number }) => [seq as number, number as number]))
  let last = before
  for (const { seq, fact } of entries) {
    if (fact.kind === 'ledgerRestored') last = Math.max(last, fact.lastTicketSeen)
    const number = numbers.get(seq)
    if (number === undefined) continue
    if (number !== last + 1) return { astray: seq }
    last = number
  }
  return { last }
}

/** @returns `null` where a fact that we know is not what it must be */
function meaningOrNull(till: TillId, entries: readonly CheckedEntry[], latestMs: number): Meaning | null {
  try {
    return meaningOf(till, entries, latestMs)
  } catch {
    return null
  }
}

const isSealed = (
  { till, seal }: JournalPart,
  { seq, hash }: CheckedEntry,
  publicKey: string | null,
): boolean => publicKey !== null && seal !== null && holds(publicKey, sealText(till, seq, hash), seal)

/** The key that these entries tell of last; `undefined`: none. */
function keyAfter(entries: readonly CheckedEntry[]): string | undefined {
  const made = entries.findLast(({ fact }) => fact.kind === 'shopKeyMade')
  return made?.fact.kind === 'shopKeyMade' ? made.fact.publicKey : undefined
}
